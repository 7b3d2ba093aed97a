/**
 * Which sea are you? In German.
 * @module built_in/seas_de
 */

export const SEAS_DE = {
  id: "which-sea",
  kind: "personality",
  hue: 235,
  title: "Welches Meer bist du?",
  about: "Acht Fragen, sechs Meere. Falsche Antworten gibt es nicht, nur andere Küsten.",
  results: [
    {
      title: "die Ägäis",
      hue: 240,
      text: "Tausende Inseln, und zwischen je zweien ein Boot: Du bringst Menschen zusammen. Du magst lange Tische, alte Geschichten und Abende, die spät enden. Selbst deine ruhigen Tage haben einen leichten Wind.",
    },
    {
      title: "die Ostsee",
      hue: 205,
      text: "Halb Fluss, halb Meer und fast ohne Gezeiten: Du nimmst die Dinge gelassen. Du hörst erst zu, denkst zweimal nach und sagst das Wichtige mit wenigen Worten. Im Winter frierst du manchmal ein wenig zu; wer dich kennt, wartet auf das Tauwetter.",
    },
    {
      title: "die Nordsee",
      hue: 255,
      text: "Du hast Wetter. Zweimal am Tag kehrst du alles um, und wenn Wind geht, bist du hellwach. Andere finden dich erfrischend; du findest, dass frische Luft noch niemandem geschadet hat und dass man am besten gleich anfängt.",
    },
    {
      title: "die Karibik",
      hue: 185,
      text: "Warm, hell und ohne Eile: In deiner Nähe atmen die Leute auf. Du weißt, dass das meiste warten kann, bis die Musik vorbei ist. Nur selten braut sich ein Sturm zusammen, und dann ist es ein richtiger.",
    },
    {
      title: "das Rote Meer",
      hue: 20,
      text: "Auf den ersten Blick schmal, darunter voller Farben: Du bist neugierig, genau und überraschend tief. Du sammelst, was andere übersehen, so wie deine Riffe. Wer einmal eintaucht, kommt so bald nicht wieder hoch.",
    },
    {
      title: "die Sargassosee",
      hue: 150,
      text: "Das einzige Meer ohne Küste: Du brauchst keinen Rand, um zu wissen, wo du bist. Du treibst, träumst und gehörst dir selbst, und doch finden viele Reisende zu dir, wie die Aale, ohne recht zu wissen, warum.",
    },
  ],
  questions: [
    {
      text: "Ein freier Samstag. Was machst du zuerst?",
      answers: [
        { text: "Tee kochen und mit einem Buch drinbleiben", to: 1 },
        { text: "Raus, egal bei welchem Wetter", to: 2 },
        { text: "Nichts, und das langsam", to: 3 },
        { text: "Jemanden anrufen und sehen, was daraus wird", to: 0 },
      ],
    },
    {
      text: "Was bringst du zum Essen mit Freunden mit?",
      answers: [
        { text: "Ein Gericht, das auch für unerwartete Gäste reicht", to: 0 },
        { text: "Musik für später", to: 3 },
        { text: "Etwas, das noch niemand gekostet hat", to: 4 },
        { text: "Mich, vielleicht spät, vielleicht nicht", to: 5 },
      ],
    },
    {
      text: "So sieht dein Schreibtisch aus:",
      answers: [
        { text: "Welcher Schreibtisch?", to: 5 },
        { text: "Leer, mit einer Pflanze", to: 1 },
        { text: "Fünf angefangene Sachen", to: 2 },
        { text: "Eine Sammlung, deren Ordnung nur ich kenne", to: 4 },
      ],
    },
    {
      text: "Jemand widerspricht dir.",
      answers: [
        { text: "Gut. Tragen wir es aus", to: 2 },
        { text: "Ich frage, wie es zu der Meinung kam", to: 4 },
        { text: "Wir reden, bis es spät ist und wir lachen", to: 0 },
        { text: "Ich denke nach und antworte morgen", to: 1 },
      ],
    },
    {
      text: "Wähle ein Geräusch.",
      answers: [
        { text: "Regen auf einem Zelt", to: 5 },
        { text: "Eine Fahne im starken Wind", to: 2 },
        { text: "Ein langsames Lied von weit her", to: 3 },
        { text: "Stimmen vom Platz unter dem Fenster", to: 0 },
      ],
    },
    {
      text: "Wie reist du?",
      answers: [
        { text: "Mit Freunden, von Insel zu Insel", to: 0 },
        { text: "Jedes Jahr an denselben stillen Ort", to: 1 },
        { text: "Mit Notizbuch und einer Liste von Merkwürdigkeiten", to: 4 },
        { text: "Einfache Fahrt, und dann sehen wir weiter", to: 5 },
      ],
    },
    {
      text: "Worum bittet man dich?",
      answers: [
        { text: "Um die Antwort auf eine seltsame Frage", to: 4 },
        { text: "Um Rat, wenn jemand Ruhe braucht", to: 1 },
        { text: "Um Hilfe, wenn heute etwas fertig werden muss", to: 2 },
        { text: "Um Gesellschaft, um die Zeit zu vergessen", to: 3 },
      ],
    },
    {
      text: "Wovon hättest du gern mehr?",
      answers: [
        { text: "Dinge zum Herausfinden", to: 4 },
        { text: "Offener Horizont", to: 5 },
        { text: "Abende an einem langen Tisch", to: 0 },
        { text: "Tage ohne Uhr", to: 3 },
      ],
    },
  ],
};
