/**
 * The words every page of the frame needs, in English and German.
 * @module frame/frame_words
 */

export const FRAME_WORDS = {
  en: {
    retry: "Try again",
    failed: "That did not work",
    loading: "Loading",
    cancel: "Cancel",
    toStart: "To the start",
    noPage: "This page does not exist",
    noPageText: "The address may be mistyped, or what it showed is gone.",
    copied: "Link copied",
    attach: "Attach this page",
    attached: "Attached to your post",
    attachReady: "Attach what you see to your post.",
    attachChoose: "Open the page you want to attach to your post.",
    share: "Share",
    copyLink: "Copy link",
    delete: "Delete",
  },
  de: {
    retry: "Noch einmal",
    failed: "Das hat nicht geklappt",
    loading: "Wird geladen",
    cancel: "Abbrechen",
    toStart: "Zum Anfang",
    noPage: "Diese Seite gibt es nicht",
    noPageText: "Vielleicht ist die Adresse vertippt, oder der Inhalt ist nicht mehr da.",
    copied: "Link kopiert",
    attach: "Diese Seite anhängen",
    attached: "An deinen Beitrag angehängt",
    attachReady: "Hänge an, was du gerade siehst.",
    attachChoose: "Öffne die Seite, die du an deinen Beitrag anhängen willst.",
    share: "Teilen",
    copyLink: "Link kopieren",
    delete: "Löschen",
  },
};

/** Adds the frame's words to a mini-app's own. */
export function withFrame(tables) {
  return Object.fromEntries(
    Object.keys(FRAME_WORDS).map((language) => [language, { ...FRAME_WORDS[language], ...tables[language] }]),
  );
}
