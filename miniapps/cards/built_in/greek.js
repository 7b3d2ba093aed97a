/** The Greek alphabet, capital and small letter: [English front, English back, German front, German back]. */
const LETTERS = [
  ["Α α", "Alpha"], ["Β β", "Beta"], ["Γ γ", "Gamma"], ["Δ δ", "Delta"], ["Ε ε", "Epsilon"], ["Ζ ζ", "Zeta"], ["Η η", "Eta"],
  ["Θ θ", "Theta"], ["Ι ι", "Iota", "Jota"], ["Κ κ", "Kappa"], ["Λ λ", "Lambda"], ["Μ μ", "Mu", "My"], ["Ν ν", "Nu", "Ny"], ["Ξ ξ", "Xi"],
  ["Ο ο", "Omicron", "Omikron"], ["Π π", "Pi"], ["Ρ ρ", "Rho"], ["Σ σ ς", "Sigma"], ["Τ τ", "Tau"], ["Υ υ", "Upsilon", "Ypsilon"], ["Φ φ", "Phi"],
  ["Χ χ", "Chi"], ["Ψ ψ", "Psi"], ["Ω ω", "Omega"],
];

export const GREEK = {
  id: "greek",
  name: ["Greek alphabet", "Griechisches Alphabet"],
  about: ["The twenty-four letters and their names.", "Die vierundzwanzig Buchstaben und ihre Namen."],
  cards: LETTERS.map(([letter, english, german = english]) => [letter, english, letter, german]),
};
