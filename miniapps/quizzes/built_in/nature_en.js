/**
 * Everyday nature, in English.
 * @module built_in/nature_en
 */

export const NATURE_EN = {
  id: "everyday-nature",
  kind: "knowledge",
  hue: 150,
  title: "Everyday nature",
  about: "Eight things around you that have an answer.",
  results: [],
  questions: [
    {
      text: "Why is the sky blue by day?",
      answers: [
        { text: "It mirrors the sea" },
        { text: "Air scatters blue light more than red" },
        { text: "Blue light is faster" },
        { text: "Dust in the air is blue" },
      ],
      right: 1,
      explanation:
        "Molecules of air send short, blue waves in all directions far more than long, red ones, so blue comes at us from everywhere.",
    },
    {
      text: "Which of these is not an insect?",
      answers: [{ text: "Ant" }, { text: "Ladybird" }, { text: "Spider" }, { text: "Moth" }],
      right: 2,
      explanation:
        "Insects have six legs. Spiders have eight and belong to the arachnids, together with ticks and scorpions.",
    },
    {
      text: "What makes bread dough rise?",
      answers: [
        { text: "Air from the oven" },
        { text: "Steam from the flour" },
        { text: "Salt" },
        { text: "Gas that yeast gives off" },
      ],
      right: 3,
      explanation:
        "Yeast lives on sugars in the dough and gives off carbon dioxide, which the stretchy gluten holds in bubbles.",
    },
    {
      text: "Which planet is the hottest?",
      answers: [{ text: "Mercury" }, { text: "Venus" }, { text: "Mars" }, { text: "Jupiter" }],
      right: 1,
      explanation:
        "Mercury is nearer to the Sun, but the thick air of Venus keeps the heat in: about 460 °C, day and night.",
    },
    {
      text: "How long does sunlight travel to us?",
      answers: [
        { text: "About 8 seconds" },
        { text: "About 8 minutes" },
        { text: "About 8 hours" },
        { text: "About 8 days" },
      ],
      right: 1,
      explanation: "The Sun is about 150 million kilometres away; light needs a little over eight minutes for that.",
    },
    {
      text: "What is a cloud made of?",
      answers: [
        { text: "Steam you cannot see" },
        { text: "Smoke" },
        { text: "Tiny drops and ice crystals" },
        { text: "Cotton-like dust" },
      ],
      right: 2,
      explanation:
        "Water vapour itself is invisible. What we see is water that has gathered on specks of dust as drops or ice.",
    },
    {
      text: "Where does most of a tree's dry weight come from?",
      answers: [{ text: "The air" }, { text: "The soil" }, { text: "The rain alone" }, { text: "Insects" }],
      right: 0,
      explanation:
        "Carbon from carbon dioxide in the air makes up about half of dry wood. The soil gives only a small share.",
    },
    {
      text: "Which is the heaviest animal known?",
      answers: [{ text: "African elephant" }, { text: "Whale shark" }, { text: "Blue whale" }, { text: "Giant squid" }],
      right: 2,
      explanation:
        "A blue whale can weigh well over 100 tonnes, more than any dinosaur we can weigh with some certainty.",
    },
  ],
};
