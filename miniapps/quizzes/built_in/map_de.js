/**
 * Around the map, in German.
 * @module built_in/map_de
 */

export const MAP_DE = {
  id: "around-the-map",
  kind: "knowledge",
  hue: 75,
  title: "Rund um die Karte",
  about: "Acht Orte, Linien und Gewässer der Welt.",
  results: [],
  questions: [
    {
      text: "Welches Land hat die längste Küste?",
      answers: [{ text: "Australien" }, { text: "Kanada" }, { text: "Indonesien" }, { text: "Chile" }],
      right: 1,
      explanation:
        "Kanada hat Zehntausende Inseln, die meisten in der Arktis. Zusammen ergeben sie die längste Küste aller Länder.",
    },
    {
      text: "Welche Stadt liegt auf zwei Kontinenten?",
      answers: [{ text: "Athen" }, { text: "Kairo" }, { text: "Istanbul" }, { text: "Lissabon" }],
      right: 2,
      explanation: "Durch Istanbul führt der Bosporus: Der Westen liegt in Europa, der Osten in Asien.",
    },
    {
      text: "Welches ist das kleinste Land?",
      answers: [{ text: "Monaco" }, { text: "Vatikanstadt" }, { text: "San Marino" }, { text: "Malta" }],
      right: 1,
      explanation: "Die Vatikanstadt misst etwa einen halben Quadratkilometer, weniger als mancher Park.",
    },
    {
      text: "Welcher Fluss fließt durch Wien, Budapest und Belgrad?",
      answers: [{ text: "Rhein" }, { text: "Elbe" }, { text: "Weichsel" }, { text: "Donau" }],
      right: 3,
      explanation: "Die Donau berührt vier Hauptstädte, die vierte ist Bratislava, mehr als jeder andere Fluss.",
    },
    {
      text: "Welches ist die größte Insel?",
      answers: [{ text: "Grönland" }, { text: "Madagaskar" }, { text: "Borneo" }, { text: "Neuguinea" }],
      right: 0,
      explanation:
        "Grönland hat mehr als zwei Millionen Quadratkilometer. Australien ist größer, gilt aber als Kontinent.",
    },
    {
      text: "Welcher See ist der tiefste?",
      answers: [{ text: "Oberer See" }, { text: "Victoriasee" }, { text: "Baikalsee" }, { text: "Genfersee" }],
      right: 2,
      explanation:
        "Der Baikalsee in Sibirien ist über 1600 Meter tief und hält etwa ein Fünftel des flüssigen Süßwassers der Erdoberfläche.",
    },
    {
      text: "Welche Wüste ist die größte?",
      answers: [{ text: "Sahara" }, { text: "Gobi" }, { text: "Atacama" }, { text: "Antarktis" }],
      right: 3,
      explanation:
        "Eine Wüste ist trocken, nicht heiß: Im Inneren der Antarktis fällt kaum etwas. Die Sahara ist die größte heiße Wüste.",
    },
    {
      text: "Welches Land hat mit allen Gebieten die meisten Zeitzonen?",
      answers: [{ text: "Russland" }, { text: "Frankreich" }, { text: "USA" }, { text: "China" }],
      right: 1,
      explanation:
        "Mit seinen Inseln in Übersee hat Frankreich zwölf, eine mehr als Russland. China ist breit und hat doch nur eine.",
    },
  ],
};
