/**
 * Short articles that are read without a network, in English.
 *
 * Text: a line that starts with `# ` is a heading, other lines are paragraphs, `[[id|words]]` links to another article.
 * @module built_in/articles_en
 */

export const ARTICLES_EN = [
  {
    id: "olive-tree",
    wiki: "Olive",
    title: "Olive tree",
    summary: "Evergreen tree of the Mediterranean, grown for its fruit and oil",
    text: `The olive tree is a slow, tough, evergreen tree that has been grown around the Mediterranean for some six thousand years. Its fruit gives oil and, after curing, the table olive.
# The tree
Narrow leaves, grey-green above and silvery below, lose little water and last two or three years. Roots spread wide rather than deep and find a living in dry, stony ground. An old trunk is often hollow and twisted, and still sends up young wood from its base: that is why some trees are well over a thousand years old.
# Fruit and oil
Green and black olives are the same fruit, picked early or late. Straight from the tree they are far too bitter to eat; brine or lye draws the bitterness out. For oil the fruit is crushed, stone and all, and the oil is parted from water and pulp. If that is done without heat or chemicals, and the taste is faultless, the oil may be called extra virgin.
# In people's lives
Oil was food, light, soap and medicine around the [[aegean-sea|Aegean Sea]]. Winners at Olympia were crowned with a wreath of wild olive, and an olive branch is still a sign of peace.`,
    see: ["aegean-sea", "stoa", "sourdough"],
  },
  {
    id: "stoa",
    wiki: "Stoa",
    title: "Stoa",
    summary: "Covered walk of a Greek city, open to everyone",
    text: `A stoa is a long roofed hall with a wall at its back and a row of columns in front. In ancient Greek cities it stood along the edge of the market square and belonged to everybody.
# The building
The simplest stoa is one aisle deep. Larger ones had a second row of columns inside, a second floor, or a line of rooms along the back wall. The rooms were let as shops and offices, each with a door of its own onto the common walk.
# What it was for
A stoa gave shade in summer and shelter in winter. People met there, traded, read public notices and listened to speeches; courts and officials used it too. It was a street, a gallery and a waiting room in one.
# Famous examples
The Painted Stoa in Athens showed pictures of battles on its walls. Zeno of Citium taught there around 300 BC, and his followers were called Stoics after the place. The Stoa of Attalos, a gift of a king of Pergamon from the second century BC, was built anew in the 1950s on its old foundations and is a museum today.`,
    see: ["olive-tree", "aegean-sea", "chess"],
  },
  {
    id: "sourdough",
    wiki: "Sourdough",
    title: "Sourdough",
    summary: "Dough raised by wild yeast and lactic acid bacteria",
    text: `Sourdough is dough that rises by itself: flour and water, left to stand and fed for some days, gather wild yeast and lactic acid bacteria that live on the grain.
# How it works
The yeast turns sugars into carbon dioxide, which blows up the dough, and a little alcohol. The bacteria make lactic and acetic acid. The acids give the taste, protect the bread from mould and, in rye dough, keep enzymes from turning the crumb to paste.
# The starter
A baker keeps a part of each dough as a starter for the next. It is fed with flour and water, daily in a warm kitchen, weekly in the refrigerator. A lively starter doubles within a few hours and smells pleasantly sour, like yoghurt or apples.
# Baking
Sourdough takes its time: from the first mixing to the oven it is often twelve to twenty-four hours, much of it asleep in the cold. The long rest makes the crust dark and the crumb moist, and the bread keeps for days.
# History
Until pressed yeast came to the shops in the nineteenth century, most risen bread was made this way or with the foam of beer. Nobody knows who began; it happens whenever dough is forgotten.`,
    see: ["olive-tree", "honeybee", "tea"],
  },
  {
    id: "aegean-sea",
    wiki: "Aegean Sea",
    title: "Aegean Sea",
    summary: "Arm of the Mediterranean between Greece and Turkey",
    text: `The Aegean Sea lies between the mainland of Greece and Turkey. In the south the island of Crete closes it off; in the north-east the Dardanelles lead from it to the Sea of Marmara and the Black Sea.
# Islands
There are some thousands of islands and rocks, a few hundred of them with people. They form groups: the Cyclades in a ring around Delos, the Dodecanese in the south-east, the Sporades in the north-west. Santorini is the rim of a volcano that blew up in the Bronze Age.
# Wind and water
From June to September a dry north wind, the meltemi, blows under a clear sky, often for days. It cools the islands and keeps ferries in port. The water is salty, clear and poor in food, which is why it looks so blue.
# History
With an island almost always in sight, people crossed this sea early: obsidian from Milos was carried to the mainland more than ten thousand years ago. Cycladic, Minoan and Mycenaean culture grew up here, and later the Greek cities on both shores.`,
    see: ["olive-tree", "lighthouse", "stoa"],
  },
  {
    id: "lighthouse",
    wiki: "Lighthouse",
    title: "Lighthouse",
    summary: "Tower whose light tells ships where they are",
    text: `A lighthouse is a tower with a strong light that marks a coast, a rock or the way into a harbour. Each has a rhythm of its own, so that a sailor who counts the seconds knows which one it is.
# The light
First there were open fires, then oil lamps with mirrors. In 1822 Augustin Fresnel built a lens of many rings of glass, thin and light, that gathers nearly all the light into beams. A lens that turns makes the light seem to flash. Height matters as much as strength: the Earth is round, and only from above does a light reach far.
# By day
Stripes, colours and shape tell lighthouses apart in daylight. In fog, horns and later radio beacons took the place of the light.
# Keepers
Keepers trimmed wicks, wound the clockwork that turned the lens and wrote down the weather. Almost all lights run by themselves now. Satellites tell ships where they are, but a light that is simply there needs no receiver.
# The first
The most famous stood on the island of Pharos near Alexandria, built around 280 BC and over a hundred metres high. Its name became the word for lighthouse in many languages, such as French phare and Greek faros.`,
    see: ["aegean-sea", "northern-lights", "bicycle"],
  },
  {
    id: "honeybee",
    wiki: "Western honey bee",
    title: "Honey bee",
    summary: "Insect that lives in colonies, stores honey and pollinates plants",
    text: `The western honey bee lives in colonies of up to some fifty thousand animals: one queen, many workers, all of them her daughters, and in summer some hundred drones.
# A worker's life
In summer a worker lives about six weeks. She cleans cells, feeds larvae, builds comb, guards the entrance and only at the end flies out to gather. Bees that hatch in autumn live for months and keep the colony warm through the winter.
# The dance
A bee that has found flowers dances on the comb. The angle of her run to the vertical is the angle of the food to the Sun, and the time she waggles tells the distance. Karl von Frisch worked this out and shared a Nobel Prize in 1973.
# Honey and wax
Honey is nectar that the bees have thickened and changed with enzymes until it keeps. Wax comes from glands on the worker's belly. The six-sided cells hold much honey with little wax.
# Pollination
While gathering, bees carry pollen from flower to flower. Apples, cherries, almonds and many other crops depend on them and on their wild relations, of which there are some twenty thousand species.`,
    see: ["sourdough", "tea", "olive-tree"],
  },
  {
    id: "bicycle",
    wiki: "Bicycle",
    title: "Bicycle",
    summary: "Vehicle with two wheels, driven by its rider's legs",
    text: `The bicycle turns the strength of two legs into more distance than any other machine driven by people: for the same effort one rides about three times as far as one walks.
# How it came to be
In 1817 Karl Drais in Mannheim rode a wooden machine with two wheels that he pushed along with his feet. Pedals on the front wheel came in the 1860s, then high wheels, fast and dangerous. In 1885 John Kemp Starley's Rover had two nearly equal wheels and a chain to the rear one: the form that has stayed. Air-filled tyres followed three years later.
# Why it stays up
A rolling bicycle steers into the side to which it leans and so brings its wheels back under its weight. The spin of the wheels helps, and so does the steering geometry, yet neither is needed by itself; researchers have built riderless bicycles that do without both.
# What it changed
It was cheap and needed no stable. It took workers to the factory and brought neighbouring villages nearer. For many women it meant a freedom of movement, and of dress, that they had not had before.`,
    see: ["lighthouse", "chess", "tea"],
  },
  {
    id: "tea",
    wiki: "Tea",
    title: "Tea",
    summary: "Drink made from the leaves of the tea plant",
    text: `Tea is made by pouring hot water over the leaves of Camellia sinensis. After water it is the most widely drunk drink in the world.
# One plant, many teas
All real tea comes from the same plant; what differs is what is done to the leaf. Green tea is heated soon after picking and stays green. For black tea the leaf withers, is rolled and reacts with air until it is dark. Oolong lies between the two, white tea is barely treated, and pu-erh ripens for months or years. Infusions of mint or camomile are called tea but are none.
# In the cup
Black tea likes water just off the boil and three to five minutes, green tea cooler water and less time. Caffeine wakes, the amino acid theanine calms, and tannins give the dry feeling on the tongue if it has stood too long.
# History
Tea was drunk in China more than two thousand years ago, at first as medicine. Monks took it to Japan, caravans to Central Asia and Russia, ships to Europe in the seventeenth century. Languages that got it over land mostly say a word like cha, those that got it by sea a word like tea.`,
    see: ["sourdough", "honeybee", "chess"],
  },
  {
    id: "northern-lights",
    wiki: "Aurora",
    title: "Northern lights",
    summary: "Glow in the night sky near the poles",
    text: `Northern lights are curtains, arcs and rays of light in the night sky, seen mostly in a ring around the magnetic pole. The same happens in the south.
# How they arise
The Sun sends out a stream of charged particles, the solar wind. The magnetic field of the Earth turns most of it aside, but energy gathers on the night side, and from time to time electrons are hurled down along the field lines. At a height of a hundred kilometres and more they strike atoms of the air and make them glow.
# Colours
The common green comes from oxygen at about 100 to 150 kilometres. Red comes from oxygen higher up, where an atom has the long time it needs to give off that light. Nitrogen adds blue and violet at the lower edge.
# Seeing them
Best are dark, clear nights far from towns, around midnight, from September to March. The Sun grows restless about every eleven years; then the lights reach farther, now and then as far as the Mediterranean, as a red glow low in the north.`,
    see: ["lighthouse", "aegean-sea", "honeybee"],
  },
  {
    id: "chess",
    wiki: "Chess",
    title: "Chess",
    summary: "Board game for two, without chance",
    text: `Chess is played by two people on a board of sixty-four squares, with sixteen pieces each. Nothing is hidden and nothing is left to chance; the one who attacks the other's king so that it cannot escape has won.
# The pieces
King, queen, two rooks, two bishops, two knights and eight pawns stand on each side. The queen is the strongest, the knight the only one that jumps. A pawn that reaches the far end becomes another piece, usually a queen.
# History
The game came from India, where something like it was played by the sixth century, through Persia and the Arab world to Europe. The word checkmate comes from the Persian shah mat, the king is helpless. Around 1500 queen and bishop got their long moves, and the game became fast.
# Machines
In 1997 the computer Deep Blue beat the world champion Garry Kasparov in a match. Programs on a telephone are stronger than any person today, and people play more than ever, not least by learning from them.
# Numbers
After each side has moved four times there are more than eighty thousand million ways the game may have gone.`,
    see: ["stoa", "bicycle", "tea"],
  },
];
