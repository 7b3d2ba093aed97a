/**
 * Around the map, in English.
 * @module built_in/map_en
 */

export const MAP_EN = {
  id: "around-the-map",
  kind: "knowledge",
  hue: 75,
  title: "Around the map",
  about: "Eight places, lines and waters of the world.",
  results: [],
  questions: [
    {
      text: "Which country has the longest coastline?",
      answers: [{ text: "Australia" }, { text: "Canada" }, { text: "Indonesia" }, { text: "Chile" }],
      right: 1,
      explanation:
        "Canada has tens of thousands of islands, most of them in the Arctic. Together they make the longest coast of any country.",
    },
    {
      text: "Which city lies on two continents?",
      answers: [{ text: "Athens" }, { text: "Cairo" }, { text: "Istanbul" }, { text: "Lisbon" }],
      right: 2,
      explanation: "The Bosporus runs through Istanbul: its western part is in Europe, its eastern part in Asia.",
    },
    {
      text: "Which is the smallest country?",
      answers: [{ text: "Monaco" }, { text: "Vatican City" }, { text: "San Marino" }, { text: "Malta" }],
      right: 1,
      explanation: "Vatican City covers about half a square kilometre, less than many a park.",
    },
    {
      text: "Which river flows through Vienna, Budapest and Belgrade?",
      answers: [{ text: "Rhine" }, { text: "Elbe" }, { text: "Vistula" }, { text: "Danube" }],
      right: 3,
      explanation: "The Danube passes four capitals, Bratislava is the other one, more than any other river.",
    },
    {
      text: "Which is the largest island?",
      answers: [{ text: "Greenland" }, { text: "Madagascar" }, { text: "Borneo" }, { text: "New Guinea" }],
      right: 0,
      explanation:
        "Greenland has more than two million square kilometres. Australia is larger, but counts as a continent.",
    },
    {
      text: "Which lake is the deepest?",
      answers: [{ text: "Lake Superior" }, { text: "Lake Victoria" }, { text: "Lake Baikal" }, { text: "Lake Geneva" }],
      right: 2,
      explanation:
        "Lake Baikal in Siberia is over 1,600 metres deep and holds about a fifth of the liquid fresh water on the surface of the Earth.",
    },
    {
      text: "Which desert is the largest?",
      answers: [{ text: "Sahara" }, { text: "Gobi" }, { text: "Atacama" }, { text: "Antarctica" }],
      right: 3,
      explanation:
        "A desert is dry, not hot: hardly anything falls on inner Antarctica. The Sahara is the largest hot desert.",
    },
    {
      text: "Which country uses the most time zones, with all its territories?",
      answers: [{ text: "Russia" }, { text: "France" }, { text: "United States" }, { text: "China" }],
      right: 1,
      explanation: "With its islands overseas France uses twelve, one more than Russia. China, though wide, uses one.",
    },
  ],
};
