/** The app's texts, English and German. {name} is filled in; a key may have _one and _other. */
import { room } from "./room.js";

const WORDS = {
  en: {
    cards: "Cards", decks: "Decks", new_deck: "New deck", import: "Import CSV", statistics: "Statistics", all_decks: "All decks",
    total_one: "{n} card", total_other: "{n} cards", due: "{n} due", fresh: "{n} new", all_done: "done for today",
    due_today_one: "{n} card waits today", due_today_other: "{n} cards wait today", none_today: "Nothing waits today.",
    study: "Study", study_deck: "Study {name}", share: "Share to feed", export: "Export CSV", edit: "Edit", copy: "Copy to edit", remove: "Delete",
    front: "Front", back: "Back", next_due: "Next", never: "new", today: "today", deck_cards: "Cards in this deck",
    attach: "Attach this deck", attach_pick: "Open the deck that you want to attach to your post.", attached: "Attached.",
    share_private: "This deck stays on my computer: it is too long for a link.", posted_decks: "Decks for learning by heart.",
    show_answer: "Show answer", again: "Again", hard: "Hard", good: "Good", easy: "Easy", undo: "Undo", left_one: "{n} card left", left_other: "{n} cards left",
    question: "Question", answer: "Answer", keys: "Space shows the answer, 1 to 4 grade, Z takes back.", done: "Done for today", done_text: "The next cards come when it is time for them.", undone: "Taken back.",
    reviewed_one: "{n} answer given", reviewed_other: "{n} answers given", back_to: "Back to the deck", soon: "<1 min", mins: "{n} min", hours: "{n} h", days: "{n} d", months: "{n} mo", years: "{n} y",
    deck_name: "Name of the deck", about: "What it is about", add_card: "Add card", save: "Save", cancel: "Cancel", remove_card: "Delete card {n}", front_n: "Front of card {n}", back_n: "Back of card {n}",
    edit_deck: "Edit deck", saved: "Deck saved.", deleted: "Deck deleted.", delete_question: "Delete “{name}” and its progress? This cannot be undone.", unsaved: "The deck has changes that are not saved.",
    need_name: "Give the deck a name of up to 60 characters.", need_cards: "Write at least one card.", half_card: "Card {n} has only one side.", many_cards: "A deck holds up to {max} cards.", long_card: "Card {n} is longer than {max} characters.", big_deck: "This deck is larger than 900 KB: divide it.",
    import_text: "Choose a CSV file with two columns: front and back. Commas, semicolons and tabs all work, with or without a heading.", choose: "Choose a file", imported_one: "{n} card imported.", imported_other: "{n} cards imported.",
    import_failed_one: "Nothing was imported. One line needs a change:", import_failed_other: "Nothing was imported. {n} lines need a change:", and_more: "… and {n} more.", line: "Line {line}: {text}",
    csv_open_quote: "a quotation mark opens here and is never closed.", csv_after_quote: "there is text after a closing quotation mark.", csv_binary: "this is not a text file.", csv_empty: "the file has no cards in it.",
    csv_many: "a deck holds up to {max} cards; divide the file.", csv_one_column: "there is only one column; divide front and back by a comma, semicolon or tab.", csv_no_back: "the back is empty.", csv_no_front: "the front is empty.", csv_long: "a side is longer than {max} characters.", csv_big: "The file is larger than 2 MB: divide it.",
    exported: "Deck saved as CSV.", export_long: "This deck is too long to export at once: divide it into decks of under 180,000 characters.",
    shared_deck: "A deck that was shared with you.", keep_deck: "Keep this deck", kept: "The deck is yours now.", have_it: "You have this deck.", open_it: "Open your deck", damaged: "This link carries no deck.", damaged_hint: "It was cut off on its way. Ask for it to be shared again.",
    missing: "This deck is not here.", missing_hint: "It may be on the computer of the one who shared it, or it was deleted.",
    answers_days: "Answers in the last 14 days", due_days: "Coming in the next 14 days", recall: "Remembered", streak: "Days in a row", answers: "Answers", known: "Cards known", day_value: "{day}: {value}", no_stats: "Nothing to count yet: study a deck first.",
    copy_of: "{name} (copy)", your_decks: "Your decks", builtin_decks: "Built in",
  },
  de: {
    cards: "Karten", decks: "Stapel", new_deck: "Neuer Stapel", import: "CSV einlesen", statistics: "Statistik", all_decks: "Alle Stapel",
    total_one: "{n} Karte", total_other: "{n} Karten", due: "{n} fällig", fresh: "{n} neu", all_done: "heute geschafft",
    due_today_one: "{n} Karte wartet heute", due_today_other: "{n} Karten warten heute", none_today: "Heute wartet nichts.",
    study: "Lernen", study_deck: "{name} lernen", share: "Im Feed teilen", export: "Als CSV sichern", edit: "Bearbeiten", copy: "Kopieren und ändern", remove: "Löschen",
    front: "Vorderseite", back: "Rückseite", next_due: "Wieder", never: "neu", today: "heute", deck_cards: "Karten in diesem Stapel",
    attach: "Diesen Stapel anhängen", attach_pick: "Öffne den Stapel, den du an deinen Beitrag anhängen möchtest.", attached: "Angehängt.",
    share_private: "Dieser Stapel bleibt auf meinem Rechner: Er ist zu lang für einen Link.", posted_decks: "Stapel zum Auswendiglernen.",
    show_answer: "Antwort zeigen", again: "Nochmal", hard: "Schwer", good: "Gut", easy: "Leicht", undo: "Zurücknehmen", left_one: "noch {n} Karte", left_other: "noch {n} Karten",
    question: "Frage", answer: "Antwort", keys: "Leertaste zeigt die Antwort, 1 bis 4 bewerten, Z nimmt zurück.", done: "Für heute geschafft", done_text: "Die nächsten Karten kommen, wenn es Zeit für sie ist.", undone: "Zurückgenommen.",
    reviewed_one: "{n} Antwort gegeben", reviewed_other: "{n} Antworten gegeben", back_to: "Zurück zum Stapel", soon: "<1 Min.", mins: "{n} Min.", hours: "{n} Std.", days: "{n} T.", months: "{n} Mon.", years: "{n} J.",
    deck_name: "Name des Stapels", about: "Worum es geht", add_card: "Karte hinzufügen", save: "Speichern", cancel: "Abbrechen", remove_card: "Karte {n} löschen", front_n: "Vorderseite von Karte {n}", back_n: "Rückseite von Karte {n}",
    edit_deck: "Stapel bearbeiten", saved: "Stapel gespeichert.", deleted: "Stapel gelöscht.", delete_question: "„{name}“ mit allem Fortschritt löschen? Das lässt sich nicht rückgängig machen.", unsaved: "Der Stapel hat Änderungen, die nicht gespeichert sind.",
    need_name: "Gib dem Stapel einen Namen mit höchstens 60 Zeichen.", need_cards: "Schreibe mindestens eine Karte.", half_card: "Karte {n} hat nur eine Seite.", many_cards: "Ein Stapel fasst höchstens {max} Karten.", long_card: "Karte {n} ist länger als {max} Zeichen.", big_deck: "Dieser Stapel ist größer als 900 KB: teile ihn auf.",
    import_text: "Wähle eine CSV-Datei mit zwei Spalten: Vorderseite und Rückseite. Komma, Semikolon und Tabulator gehen alle, mit oder ohne Überschrift.", choose: "Datei wählen", imported_one: "{n} Karte eingelesen.", imported_other: "{n} Karten eingelesen.",
    import_failed_one: "Nichts wurde eingelesen. Eine Zeile braucht eine Änderung:", import_failed_other: "Nichts wurde eingelesen. {n} Zeilen brauchen eine Änderung:", and_more: "… und {n} weitere.", line: "Zeile {line}: {text}",
    csv_open_quote: "Hier beginnt ein Anführungszeichen, das nie endet.", csv_after_quote: "Nach einem schließenden Anführungszeichen steht noch Text.", csv_binary: "Das ist keine Textdatei.", csv_empty: "In der Datei sind keine Karten.",
    csv_many: "Ein Stapel fasst höchstens {max} Karten; teile die Datei auf.", csv_one_column: "Es gibt nur eine Spalte; trenne die Seiten mit Komma, Semikolon oder Tabulator.", csv_no_back: "Die Rückseite ist leer.", csv_no_front: "Die Vorderseite ist leer.", csv_long: "Eine Seite ist länger als {max} Zeichen.", csv_big: "Die Datei ist größer als 2 MB: teile sie auf.",
    exported: "Stapel als CSV gesichert.", export_long: "Dieser Stapel ist zu lang für eine Datei: teile ihn in Stapel unter 180.000 Zeichen.",
    shared_deck: "Ein Stapel, der mit dir geteilt wurde.", keep_deck: "Diesen Stapel behalten", kept: "Der Stapel gehört jetzt dir.", have_it: "Du hast diesen Stapel.", open_it: "Deinen Stapel öffnen", damaged: "Dieser Link enthält keinen Stapel.", damaged_hint: "Er wurde unterwegs abgeschnitten. Bitte darum, ihn noch einmal zu teilen.",
    missing: "Dieser Stapel ist nicht hier.", missing_hint: "Vielleicht liegt er auf dem Rechner dessen, der ihn geteilt hat, oder er wurde gelöscht.",
    answers_days: "Antworten in den letzten 14 Tagen", due_days: "In den nächsten 14 Tagen fällig", recall: "Gewusst", streak: "Tage in Folge", answers: "Antworten", known: "Gelernte Karten", day_value: "{day}: {value}", no_stats: "Noch nichts zu zählen: lerne erst einen Stapel.",
    copy_of: "{name} (Kopie)", your_decks: "Deine Stapel", builtin_decks: "Mitgeliefert",
  },
};

/** The text for a key in the room's language; values.n chooses between _one and _other. */
export function say(key, values = {}) {
  const words = WORDS[room.language] ?? WORDS.en;
  const form = values.n === undefined ? "" : `_${new Intl.PluralRules(room.language).select(values.n)}`;
  const text = words[key + form] ?? words[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A span of milliseconds as people say it: "10 min", "4 d", "1.5 y". */
export function span(milliseconds) {
  const minutes = milliseconds / 60_000;
  const short = (value) => value.toLocaleString(room.locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (minutes < 1) return say("soon");
  if (minutes < 60) return say("mins", { n: Math.round(minutes) });
  if (minutes < 1440) return say("hours", { n: Math.round(minutes / 60) });
  const days = minutes / 1440;
  if (days < 45) return say("days", { n: Math.round(days) });
  return days < 365 ? say("months", { n: Math.round(days / 30.4) }) : say("years", { n: 0 }).replace("0", short(days / 365));
}
