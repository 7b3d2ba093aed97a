/**
 * Everyday nature, in German.
 * @module built_in/nature_de
 */

export const NATURE_DE = {
  id: "everyday-nature",
  kind: "knowledge",
  hue: 150,
  title: "Natur im Alltag",
  about: "Acht Dinge um dich herum, auf die es eine Antwort gibt.",
  results: [],
  questions: [
    {
      text: "Warum ist der Himmel am Tag blau?",
      answers: [
        { text: "Er spiegelt das Meer" },
        { text: "Luft streut blaues Licht stärker als rotes" },
        { text: "Blaues Licht ist schneller" },
        { text: "Staub in der Luft ist blau" },
      ],
      right: 1,
      explanation:
        "Die Moleküle der Luft lenken kurze, blaue Wellen viel stärker in alle Richtungen als lange, rote. So kommt Blau von überall.",
    },
    {
      text: "Was davon ist kein Insekt?",
      answers: [{ text: "Ameise" }, { text: "Marienkäfer" }, { text: "Spinne" }, { text: "Motte" }],
      right: 2,
      explanation:
        "Insekten haben sechs Beine. Spinnen haben acht und gehören mit Zecken und Skorpionen zu den Spinnentieren.",
    },
    {
      text: "Was lässt Brotteig aufgehen?",
      answers: [
        { text: "Luft aus dem Ofen" },
        { text: "Dampf aus dem Mehl" },
        { text: "Salz" },
        { text: "Gas, das die Hefe abgibt" },
      ],
      right: 3,
      explanation: "Hefe lebt von Zucker im Teig und gibt Kohlendioxid ab, das der dehnbare Kleber in Blasen festhält.",
    },
    {
      text: "Welcher Planet ist der heißeste?",
      answers: [{ text: "Merkur" }, { text: "Venus" }, { text: "Mars" }, { text: "Jupiter" }],
      right: 1,
      explanation:
        "Merkur ist der Sonne näher, doch die dichte Luft der Venus hält die Wärme fest: rund 460 °C, Tag und Nacht.",
    },
    {
      text: "Wie lange ist Sonnenlicht zu uns unterwegs?",
      answers: [
        { text: "Etwa 8 Sekunden" },
        { text: "Etwa 8 Minuten" },
        { text: "Etwa 8 Stunden" },
        { text: "Etwa 8 Tage" },
      ],
      right: 1,
      explanation: "Die Sonne ist rund 150 Millionen Kilometer entfernt; Licht braucht dafür gut acht Minuten.",
    },
    {
      text: "Woraus besteht eine Wolke?",
      answers: [
        { text: "Aus unsichtbarem Dampf" },
        { text: "Aus Rauch" },
        { text: "Aus winzigen Tropfen und Eiskristallen" },
        { text: "Aus watteartigem Staub" },
      ],
      right: 2,
      explanation:
        "Wasserdampf selbst ist unsichtbar. Was wir sehen, ist Wasser, das sich an Staubkörnern als Tropfen oder Eis gesammelt hat.",
    },
    {
      text: "Woher kommt das meiste Trockengewicht eines Baums?",
      answers: [
        { text: "Aus der Luft" },
        { text: "Aus dem Boden" },
        { text: "Nur aus dem Regen" },
        { text: "Von Insekten" },
      ],
      right: 0,
      explanation:
        "Kohlenstoff aus dem Kohlendioxid der Luft macht etwa die Hälfte von trockenem Holz aus. Der Boden gibt nur wenig dazu.",
    },
    {
      text: "Welches ist das schwerste bekannte Tier?",
      answers: [{ text: "Afrikanischer Elefant" }, { text: "Walhai" }, { text: "Blauwal" }, { text: "Riesenkalmar" }],
      right: 2,
      explanation:
        "Ein Blauwal kann weit über 100 Tonnen wiegen, mehr als jeder Dinosaurier, dessen Gewicht wir halbwegs kennen.",
    },
  ],
};
