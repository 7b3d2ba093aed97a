/** The app's texts, English and German. {name} is filled in; a key may have _one and _other. */
import { room } from "./room.js";

const WORDS = {
  en: {
    recipes: "Recipes", search: "Search recipes or ingredients", filter: "Filter", favourites: "Favourites",
    shopping: "Shopping list", add_recipe: "Add a recipe", count_one: "{n} recipe", count_other: "{n} recipes",
    none_found: "No recipe matches.", none_found_hint: "Try a shorter word, or take a filter away.", clear_filters: "Clear search and filters",
    minutes: "{n} min", ingredients: "Ingredients", ingredients_one: "{n} ingredient", ingredients_other: "{n} ingredients",
    method: "Method", serves: "Servings", fewer: "Fewer servings", more: "More servings", serves_now: "For {n}",
    share: "Share to feed", cook: "Start cooking", to_list: "Add to shopping list", added: "Added to the shopping list.",
    favourite: "Favourite", notes: "Your notes", notes_hint: "More chilli next time…", edit: "Edit", remove: "Delete",
    attach: "Attach this recipe", attach_pick: "Open the recipe that you want to attach to your post.", attached: "Attached.",
    title_for: "{name} for {n}", shared_own: "A recipe of my own; its page opens only on this computer.",
    post_one: "{n} recipe, scaled for however many you are.", post_other: "{n} recipes, scaled for however many you are.",
    step_of: "Step {n} of {total}", previous: "Previous", next: "Next", finish: "Finish", start_timer: "Start timer, {n} min", timer_runs: "Timer runs",
    cooking: "Cooking {name}", done_cooking: "Done. Enjoy your meal!", keys: "Arrow keys turn the steps.",
    timers: "Timers", timer_for: "{name}, step {n}", timer_done: "Time is up: {label}.", timer_stop: "Stop the timer {label}", timer_started: "Timer started: {label}, {n} min.",
    timer_closing: "A timer is still running.", time_up: "Time is up",
    shopping_empty: "Nothing on the list.", shopping_hint: "Open a recipe and add its ingredients, or write something below.", shopping_add: "Add an item", add: "Add",
    clear_done: "Clear ticked", clear_all: "Clear all", clear_question: "Clear the whole shopping list?", left_one: "{n} thing to buy", left_other: "{n} things to buy",
    new_recipe: "New recipe", edit_recipe: "Edit recipe", name: "Name", time: "Time in minutes", tags: "Tags",
   ingredients_hint: "One per line, for example: 400 g tomatoes", steps: "Steps", steps_hint: "One per line. A time in brackets becomes a timer: Bake (25 min)",
    save: "Save", cancel: "Cancel", saved: "Recipe saved.", delete_question: "Delete “{name}”? This cannot be undone.", deleted: "Recipe deleted.",
    fix_one: "One thing to correct", fix_other: "{n} things to correct", need_name: "Give the recipe a name of up to 60 characters.",
    need_minutes: "Give the time as a whole number from 1 to 1440.", need_serves: "Give the servings as a whole number from 1 to 24.",
    need_ingredients: "Write at least one ingredient.", need_steps: "Write at least one step.",
    line_long: "Line {n} is longer than {max} characters.", many_lines: "Keep it to {max} lines.",
    missing: "This recipe is not here.", missing_hint: "It may be someone's own recipe, which stays on their computer, or it was deleted.", all_recipes: "All recipes",
    unit_tsp: "tsp", unit_tbsp: "tbsp", unit_pinch: "pinch", tag_quick: "quick", "tag_one-pan": "one pan", tag_vegetarian: "vegetarian", tag_vegan: "vegan",
    tag_breakfast: "breakfast", tag_soup: "soup", tag_fish: "fish", tag_sweet: "sweet", tag_own: "my own",
  },
  de: {
    recipes: "Rezepte", search: "Rezepte oder Zutaten suchen", filter: "Filter", favourites: "Favoriten",
    shopping: "Einkaufsliste", add_recipe: "Rezept hinzufügen", count_one: "{n} Rezept", count_other: "{n} Rezepte",
    none_found: "Kein Rezept passt.", none_found_hint: "Versuche ein kürzeres Wort oder nimm einen Filter weg.", clear_filters: "Suche und Filter leeren",
    minutes: "{n} Min.", ingredients: "Zutaten", ingredients_one: "{n} Zutat", ingredients_other: "{n} Zutaten",
    method: "Zubereitung", serves: "Portionen", fewer: "Weniger Portionen", more: "Mehr Portionen", serves_now: "Für {n}",
    share: "Im Feed teilen", cook: "Jetzt kochen", to_list: "Auf die Einkaufsliste", added: "Steht auf der Einkaufsliste.",
    favourite: "Favorit", notes: "Deine Notizen", notes_hint: "Nächstes Mal mehr Chili …", edit: "Bearbeiten", remove: "Löschen",
    attach: "Dieses Rezept anhängen", attach_pick: "Öffne das Rezept, das du an deinen Beitrag anhängen möchtest.", attached: "Angehängt.",
    title_for: "{name} für {n}", shared_own: "Ein eigenes Rezept; seine Seite öffnet sich nur auf diesem Rechner.",
    post_one: "{n} Rezept, umgerechnet für so viele, wie ihr seid.", post_other: "{n} Rezepte, umgerechnet für so viele, wie ihr seid.",
    step_of: "Schritt {n} von {total}", previous: "Zurück", next: "Weiter", finish: "Fertig", start_timer: "Timer starten, {n} Min.", timer_runs: "Timer läuft",
    cooking: "{name} kochen", done_cooking: "Fertig. Guten Appetit!", keys: "Pfeiltasten blättern durch die Schritte.",
    timers: "Timer", timer_for: "{name}, Schritt {n}", timer_done: "Die Zeit ist um: {label}.", timer_stop: "Timer {label} beenden", timer_started: "Timer gestartet: {label}, {n} Min.",
    timer_closing: "Ein Timer läuft noch.", time_up: "Zeit ist um",
    shopping_empty: "Die Liste ist leer.", shopping_hint: "Öffne ein Rezept und füge seine Zutaten hinzu, oder schreibe unten etwas auf.", shopping_add: "Etwas hinzufügen", add: "Hinzufügen",
    clear_done: "Erledigtes löschen", clear_all: "Alles löschen", clear_question: "Die ganze Einkaufsliste löschen?", left_one: "{n} Sache zu kaufen", left_other: "{n} Sachen zu kaufen",
    new_recipe: "Neues Rezept", edit_recipe: "Rezept bearbeiten", name: "Name", time: "Zeit in Minuten", tags: "Schlagwörter",
   ingredients_hint: "Eine je Zeile, zum Beispiel: 400 g Tomaten", steps: "Schritte", steps_hint: "Einer je Zeile. Eine Zeit in Klammern wird ein Timer: Backen (25 Min)",
    save: "Speichern", cancel: "Abbrechen", saved: "Rezept gespeichert.", delete_question: "„{name}“ löschen? Das lässt sich nicht rückgängig machen.", deleted: "Rezept gelöscht.",
    fix_one: "Eine Angabe fehlt noch", fix_other: "{n} Angaben fehlen noch", need_name: "Gib dem Rezept einen Namen mit höchstens 60 Zeichen.",
    need_minutes: "Gib die Zeit als ganze Zahl von 1 bis 1440 an.", need_serves: "Gib die Portionen als ganze Zahl von 1 bis 24 an.",
    need_ingredients: "Schreibe mindestens eine Zutat.", need_steps: "Schreibe mindestens einen Schritt.",
    line_long: "Zeile {n} ist länger als {max} Zeichen.", many_lines: "Höchstens {max} Zeilen.",
    missing: "Dieses Rezept ist nicht hier.", missing_hint: "Vielleicht ist es ein eigenes Rezept von jemandem, das auf dessen Rechner bleibt, oder es wurde gelöscht.", all_recipes: "Alle Rezepte",
    unit_tsp: "TL", unit_tbsp: "EL", unit_pinch: "Prise", tag_quick: "schnell", "tag_one-pan": "ein Topf", tag_vegetarian: "vegetarisch", tag_vegan: "vegan",
    tag_breakfast: "Frühstück", tag_soup: "Suppe", tag_fish: "Fisch", tag_sweet: "süß", tag_own: "eigenes",
  },
};

/** The text for a key in the room's language; values.n chooses between _one and _other. */
export function say(key, values = {}) {
  const words = WORDS[room.language] ?? WORDS.en;
  const form = values.n === undefined ? "" : `_${new Intl.PluralRules(room.language).select(values.n)}`;
  const text = words[key + form] ?? words[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
