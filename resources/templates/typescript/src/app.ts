// A mini-app that signs in, keeps a note, shares it and asks a survey. Every call may be refused: say so and go on.

import "./app.css";
import type { Identity, Theme } from "./stoa";

const find = <E extends HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element #${id}`);
  return element as E;
};
const note = find<HTMLInputElement>("note");

const say = (text: string): void => {
  find("notice").textContent = text;
};

/** Runs what a press asks for; a refusal becomes a sentence for the person. */
const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
};

const greet = (identity: Identity | null | undefined): void => {
  find("greeting").textContent = identity
    ? `Hello, ${identity.profile?.name ?? "friend"}.`
    : "You are not signed in.";
};

const wear = (theme: Theme): void => {
  document.documentElement.style.colorScheme = theme.colorScheme;
};

find("sign-in").addEventListener("click", () =>
  attempt(async () => greet(await stoa.identity.signIn({ scopes: ["openid", "profile"] }))),
);

find("note-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(async () => {
    await stoa.storage.set({ key: "note", value: note.value });
    say("Kept.");
  });
});

find("share").addEventListener("click", () =>
  attempt(() => stoa.share.post({ path: "/", title: note.value || document.title })),
);

find("survey-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(async () => {
    const title = find<HTMLInputElement>("question").value;
    const survey = await stoa.surveys.create({
      title,
      questions: [{ kind: "single", text: title, options: ["Yes", "No"] }],
    });
    await stoa.share.post({ path: "/", title, surveyId: survey.id });
    say("Asked.");
  });
});

stoa.on("theme.didChange", wear);
stoa.on("identity.didChange", (event) => greet(event.identity));

await attempt(async () => {
  wear((await stoa.host.context()).theme);
  note.value = String((await stoa.storage.get({ key: "note" })).value ?? "");
});
void stoa.host.ready();
