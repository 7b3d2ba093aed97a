/** First aid in short, for lay helpers in Europe: [English front, English back, German front, German back]. */
export const FIRST_AID = {
  id: "first-aid",
  name: ["First aid", "Erste Hilfe"],
  about: ["What to do until help comes. It does not replace a course.", "Was zu tun ist, bis Hilfe kommt. Ersetzt keinen Kurs."],
  cards: [
    ["Emergency number in Europe", "112, free from every phone.", "Notruf in Europa", "112, kostenlos von jedem Telefon."],
    ["First thing at any accident", "Look after your own safety, then help.", "Das Erste an jedem Unfallort", "Auf die eigene Sicherheit achten, dann helfen."],
    ["Unresponsive and not breathing normally", "Call 112, start chest compressions, send for an AED.", "Reagiert nicht und atmet nicht normal", "112 rufen, Herzdruckmassage beginnen, AED holen lassen."],
    ["Chest compressions for an adult: rate and depth", "100 to 120 a minute, 5 to 6 cm deep, in the middle of the chest.", "Herzdruckmassage bei Erwachsenen: Tempo und Tiefe", "100 bis 120 pro Minute, 5 bis 6 cm tief, in der Mitte der Brust."],
    ["Compressions to breaths", "30 to 2. Untrained: compressions without a pause.", "Verhältnis von Drücken zu Beatmen", "30 zu 2. Ungeübt: ohne Pause drücken."],
    ["AED", "Automated external defibrillator: switch it on and do what it says.", "AED", "Automatisierter externer Defibrillator: einschalten und den Ansagen folgen."],
    ["Unresponsive but breathing normally", "Recovery position; check the breathing again and again.", "Reagiert nicht, atmet aber normal", "Stabile Seitenlage; die Atmung immer wieder prüfen."],
    ["FAST: signs of a stroke", "Face droops, Arm is weak, Speech is slurred: Time to call 112.", "FAST: Zeichen eines Schlaganfalls", "Gesicht (Face) hängt, Arm ist schwach, Sprache verwaschen: Zeit (Time) für die 112."],
    ["Heavy bleeding", "Press on the wound firmly and without letting go; pressure bandage; 112.", "Starke Blutung", "Fest und ohne loszulassen auf die Wunde drücken; Druckverband; 112."],
    ["Choking, cannot cough", "Five blows between the shoulder blades, then five abdominal thrusts, in turn.", "Verschlucken, Husten gelingt nicht", "Fünf Schläge zwischen die Schulterblätter, dann fünf Oberbauchkompressionen, im Wechsel."],
    ["Small burn", "Cool under running lukewarm water for about ten minutes or more; no ointment, no ice.", "Kleine Verbrennung", "Etwa zehn Minuten oder länger unter fließendem lauwarmem Wasser kühlen; keine Salbe, kein Eis."],
    ["Nosebleed", "Sit, lean forward, pinch the soft part of the nose for ten minutes.", "Nasenbluten", "Hinsetzen, nach vorn beugen, die weichen Nasenflügel zehn Minuten zudrücken."],
    ["Chest pain for more than a few minutes", "Think of a heart attack: 112, rest half sitting, loosen clothes.", "Brustschmerz länger als einige Minuten", "An einen Herzinfarkt denken: 112, halb sitzend ruhen, Kleidung lockern."],
    ["Severe allergic reaction (anaphylaxis)", "112; help with the person's own adrenaline pen; lay flat, or sitting if breathing is hard.", "Schwere allergische Reaktion (Anaphylaxie)", "112; bei der Anwendung des eigenen Adrenalin-Pens helfen; flach lagern, bei Atemnot sitzend."],
    ["Fainting", "Lay the person down, raise the legs; 112 if they do not wake at once.", "Ohnmacht", "Hinlegen, Beine hoch; 112, wenn die Person nicht gleich aufwacht."],
    ["Seizure", "Protect the head, hold nothing down, put nothing in the mouth; 112 if over five minutes.", "Krampfanfall", "Kopf schützen, nicht festhalten, nichts in den Mund; 112 ab fünf Minuten."],
  ],
};
