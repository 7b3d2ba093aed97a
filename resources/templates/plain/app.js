// A mini-app that signs in, keeps a note, shares it and asks a survey. Every call may be refused: say so and go on.

const find = (id) => document.getElementById(id);
const note = find("note");

const say = (text) => {
  find("notice").textContent = text;
};

/** Runs what a press asks for; a refusal becomes a sentence for the person. */
const attempt = async (work) => {
  try {
    await work();
  } catch (error) {
    say(error.message);
  }
};

const greet = (identity) => {
  find("greeting").textContent = identity
    ? `Hello, ${identity.profile?.name ?? "friend"}.`
    : "You are not signed in.";
};

const wear = (theme) => {
  document.documentElement.style.colorScheme = theme.colorScheme;
};

find("sign-in").addEventListener("click", () =>
  attempt(async () => greet(await stoa.identity.signIn({ scopes: ["openid", "profile"] }))),
);

find("note-form").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    await stoa.storage.set({ key: "note", value: note.value });
    say("Kept.");
  });
});

find("share").addEventListener("click", () =>
  attempt(() => stoa.share.post({ path: "/", title: note.value || document.title })),
);

find("survey-form").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const title = find("question").value;
    const questions = [{ kind: "single", text: title, options: ["Yes", "No"] }];
    const survey = await stoa.surveys.create({ title, questions });
    await stoa.share.post({ path: "/", title, surveyId: survey.id });
    say("Asked.");
  });
});

stoa.on("theme.didChange", wear);
stoa.on("identity.didChange", (event) => greet(event.identity));

await attempt(async () => {
  wear((await stoa.host.context()).theme);
  note.value = (await stoa.storage.get({ key: "note" })).value ?? "";
});
stoa.host.ready();
