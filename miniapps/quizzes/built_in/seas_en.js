/**
 * Which sea are you? In English.
 * @module built_in/seas_en
 */

export const SEAS_EN = {
  id: "which-sea",
  kind: "personality",
  hue: 235,
  title: "Which sea are you?",
  about: "Eight questions, six seas. There are no wrong answers, only other coasts.",
  results: [
    {
      title: "the Aegean Sea",
      hue: 240,
      text: "Thousands of islands, and a boat between any two of them: you are the one who brings people together. You like long tables, old stories and evenings that end late. Even your calm days have a light wind in them.",
    },
    {
      title: "the Baltic Sea",
      hue: 205,
      text: "Half river, half sea, and almost without tides: you take things evenly. You listen first, think twice and say what matters in few words. In winter you may freeze over a little; those who know you wait for the thaw.",
    },
    {
      title: "the North Sea",
      hue: 255,
      text: "You have weather. Twice a day you turn everything over, and when there is wind you are wide awake. Others find you bracing; you find that fresh air has never harmed anyone, and that work is best begun at once.",
    },
    {
      title: "the Caribbean Sea",
      hue: 185,
      text: "Warm, bright and in no hurry: people breathe out when they are near you. You know that most things can wait until the music is over. Only now and then a storm builds up, and then it is a real one.",
    },
    {
      title: "the Red Sea",
      hue: 20,
      text: "Narrow at first sight, and full of colour below: you are curious, exact and surprisingly deep. You collect what others overlook, as your reefs do. Whoever dives in does not come up again soon.",
    },
    {
      title: "the Sargasso Sea",
      hue: 150,
      text: "The only sea without a shore: you need no edge to know where you are. You drift, dream and belong to yourself, and still a great many travellers find their way to you, as the eels do, without quite knowing why.",
    },
  ],
  questions: [
    {
      text: "A free Saturday. What do you do first?",
      answers: [
        { text: "Make tea and stay in with a book", to: 1 },
        { text: "Out of the house, whatever the weather", to: 2 },
        { text: "Nothing, and I do it slowly", to: 3 },
        { text: "Call someone and see what comes of it", to: 0 },
      ],
    },
    {
      text: "What do you bring to a dinner with friends?",
      answers: [
        { text: "A dish big enough for unexpected guests", to: 0 },
        { text: "Music for later", to: 3 },
        { text: "Something nobody has tasted before", to: 4 },
        { text: "Myself, perhaps late, perhaps not", to: 5 },
      ],
    },
    {
      text: "Your desk looks like this:",
      answers: [
        { text: "Which desk?", to: 5 },
        { text: "Clear, with one plant", to: 1 },
        { text: "Five things begun at once", to: 2 },
        { text: "A collection with a system only I know", to: 4 },
      ],
    },
    {
      text: "Somebody disagrees with you.",
      answers: [
        { text: "Good. Let us have it out", to: 2 },
        { text: "I ask how they came to think so", to: 4 },
        { text: "We talk until it is late and we laugh", to: 0 },
        { text: "I think about it and answer tomorrow", to: 1 },
      ],
    },
    {
      text: "Choose a sound.",
      answers: [
        { text: "Rain on a tent", to: 5 },
        { text: "A flag in strong wind", to: 2 },
        { text: "A slow song from far away", to: 3 },
        { text: "Voices from a square below the window", to: 0 },
      ],
    },
    {
      text: "How do you travel?",
      answers: [
        { text: "With friends, from one island to the next", to: 0 },
        { text: "To the same quiet place every year", to: 1 },
        { text: "With a notebook and a list of oddities", to: 4 },
        { text: "One way, and then we shall see", to: 5 },
      ],
    },
    {
      text: "What do people ask you for?",
      answers: [
        { text: "An answer to a strange question", to: 4 },
        { text: "Advice when they need calm", to: 1 },
        { text: "Help when something has to be done today", to: 2 },
        { text: "Company when they want to forget the time", to: 3 },
      ],
    },
    {
      text: "What would you like more of?",
      answers: [
        { text: "Things to find out", to: 4 },
        { text: "Open horizon", to: 5 },
        { text: "Evenings with a long table", to: 0 },
        { text: "Days without a clock", to: 3 },
      ],
    },
  ],
};
