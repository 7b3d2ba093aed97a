// Generated from the contract: do not edit.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type ErrorCode = "parse_error" | "invalid_request" | "unknown_method" | "invalid_params" | "not_declared" | "denied" | "cancelled" | "too_large" | "too_many" | "not_found" | "closed" | "unsupported" | "internal";

/** A notice that waits for a press. */
export interface Alert {
  text: string;
  title?: string;
  button?: string;
}

/** The answer to question number ``question`` (from 0), by its kind. ``choices`` are option indexes: one for single, several for multiple, all of them best first for ranking. ``rating`` is 1 to 5. ``text`` is free text. */
export interface Answer {
  question: number;
  choices?: number[] | null;
  rating?: number | null;
  text?: string | null;
}

/** Whether the host shows a back button in the room's header. */
export interface BackButton {
  visible: boolean;
}

/** What this host offers and what this mini-app may do now. ``permissions`` maps each permission to ``granted``, ``ask``, ``denied`` or ``not_declared``. */
export interface Capabilities {
  contractVersion: number;
  methods: string[];
  events: string[];
  permissions: Record<string, "granted" | "ask" | "denied" | "not_declared">;
}

/** A page of the mini-app: what the post shows and which path its button opens. Without a picture the host takes one of the page. ``survey_id`` puts a survey of this mini-app in the post. */
export interface Card {
  path: string;
  title: string;
  subtitle?: string;
  text?: string;
  picture?: Picture | null;
  surveyId?: string | null;
}

/** Whether closing asks first, and with which words. */
export interface ClosingConfirmation {
  enabled: boolean;
  text?: string;
}

/** A question with two answers. Empty button texts take the host's own words. */
export interface Confirm {
  text: string;
  title?: string;
  confirm?: string;
  cancel?: string;
  destructive?: boolean;
}

/** The person's answer. */
export interface Confirmed {
  confirmed: boolean;
}

/** Where and how the mini-app runs. ``path`` starts with ``/``; ``start`` is data given by the opener. */
export interface Context {
  scene: Scene;
  path: string;
  query: Record<string, string>;
  start: Json;
  theme: Theme;
  locale: string;
  direction: "ltr" | "rtl";
  hostVersion: string;
  contractVersion: number;
}

/** The ``stoa://`` link that is now in the clipboard. */
export interface CopiedLink {
  link: string;
}

/** A key and the JSON value to keep under it. */
export interface Entry {
  key: string;
  value: Json;
}

/** A text file to hand to the person, who chooses where it goes. Text is saved as UTF-8. */
export interface FileToSave {
  name: string;
  text: string;
  mediaType?: "text/csv" | "text/plain" | "text/markdown" | "application/json";
}

/** Who the person is to this mini-app. ``subject`` is another for every mini-app. */
export interface Identity {
  subject: string;
  scopes: Scope[];
  profile: Profile | null;
}

/** The identity now; null after signing out. */
export interface IdentityChanged {
  identity: Identity | null;
}

/** A key. */
export interface KeyRef {
  key: string;
}

/** A web address for the person's own browser; the host always asks first. */
export interface Link {
  url: string;
}

/** A page of this mini-app was opened while it already ran. */
export interface LinkOpened {
  path: string;
  query: Record<string, string>;
  scene: Scene;
  start: Json;
}

/** Another mini-app, at a path. */
export interface OpenApp {
  appId: string;
  path?: string;
  start?: Json;
}

/** Whether it was opened. */
export interface Opened {
  opened: boolean;
}

/** A path of this mini-app to make a link of. */
export interface PathLink {
  path: string;
}

/** A picture of at most 2 MB. ``data`` is base64 without an address in front. */
export interface Picture {
  mediaType: "image/png" | "image/jpeg" | "image/webp";
  data: string;
}

/** What the person shows. ``picture`` is a ``data:image/png;base64,…`` address. */
export interface Profile {
  name: string;
  picture: string;
}

/** One question. ``options`` has 2 to 10 texts for single, multiple and ranking, none for rating and text. ``min`` and ``max`` bound how many options a multiple choice takes. ``correct`` (single or multiple, quiz mode) holds the indexes of the right options, and ``explanation`` is shown after voting. */
export interface Question {
  kind: QuestionKind;
  text: string;
  options?: string[];
  min?: number;
  max?: number | null;
  required?: boolean;
  correct?: number[];
  explanation?: string;
}

/** The ways a question can be answered. */
export type QuestionKind = "single" | "multiple" | "rating" | "ranking" | "text";

/** The count of one question. ``counts`` has one number per option (single, multiple: votes; ranking: Borda points; rating: five counts). ``average`` is the mean rating. ``texts`` are the newest free texts, at most 100. */
export interface QuestionResults {
  answered: number;
  counts: number[];
  average: number | null;
  texts: string[];
}

/** What another place shared with this mini-app. */
export interface Received {
  text: string;
  url: string;
  title: string;
}

/** When a voter sees the results; the author always does. */
export type ResultsVisible = "always" | "afterVoting" | "afterClosing";

/** Whether the person chose a place and the file was written. */
export interface Saved {
  saved: boolean;
}

/** How the mini-app came to be opened. */
export type Scene = "launcher" | "post" | "link" | "app" | "attach" | "share" | "workbench";

/** The scene the mini-app is in from now on. */
export interface SceneChanged {
  scene: Scene;
}

/** What a sign-in may tell. */
export type Scope = "openid" | "profile";

/** The post that came of it. */
export interface ShareReceipt {
  postId: number;
}

/** A request to sign in. ``nonce`` comes back inside the token. */
export interface SignIn {
  scopes?: Scope[];
  nonce?: string;
}

/** An identity with a token the mini-app's own server can verify: JWT, Ed25519, 10 minutes. */
export interface SignedIn {
  subject: string;
  scopes: Scope[];
  profile: Profile | null;
  token: string;
}

/** A survey as it stands for this account. Times are milliseconds since 1970 UTC. Right answers and explanations of a quiz are left out until this account has voted (the author sees them). */
export interface Survey {
  title: string;
  questions: Question[];
  anonymous: boolean;
  closesAt: number | null;
  results: ResultsVisible;
  canChange: boolean;
  quiz: boolean;
  id: string;
  createdAt: number;
  closed: boolean;
  mine: boolean;
  voted: boolean;
  voters: number;
}

/** A survey got a vote or was closed. */
export interface SurveyChanged {
  surveyId: string;
}

/** A survey to make. ``closes_at`` is milliseconds since 1970 UTC; without it the author closes by hand. */
export interface SurveyDraft {
  title: string;
  questions: Question[];
  anonymous?: boolean;
  closesAt?: number | null;
  results?: ResultsVisible;
  canChange?: boolean;
  quiz?: boolean;
}

/** A survey by its id. */
export interface SurveyRef {
  surveyId: string;
}

/** The count of a survey. ``correct`` counts the questions this account got right in a quiz. */
export interface SurveyResults {
  surveyId: string;
  voters: number;
  closed: boolean;
  questions: QuestionResults[];
  myAnswers: Answer[];
  correct: number | null;
}

/** The host's look, so that a mini-app can match it. Colours are ``#rrggbb``. */
export interface Theme {
  colorScheme: "light" | "dark";
  accent: string;
  background: string;
  card: string;
  text: string;
  reducedMotion: boolean;
}

/** What the room's header shows beside the mini-app's name. */
export interface Title {
  title: string;
}

/** A short notice that goes away by itself. */
export interface Toast {
  text: string;
  tone?: "neutral" | "good" | "warm";
}

/** How much is kept, in bytes of UTF-8 JSON, and under which keys. */
export interface Usage {
  bytes: number;
  limit: number;
  keys: string[];
}

/** What is kept under a key; null when nothing is. */
export interface Value {
  value: Json;
}

/** All answers of one account to one survey. */
export interface Vote {
  surveyId: string;
  answers: Answer[];
}

/** The person pressed the host's share button: answer with ``share.post``, or the host shares the open page. */
export interface WillShare {
  path: string;
}

export interface Events {
  /** The host's look changed. */
  "theme.didChange": Theme;
  /** The room came to the front. */
  "lifecycle.didShow": Record<string, never>;
  /** The room went to the back. */
  "lifecycle.didHide": Record<string, never>;
  /** The room is about to be put to sleep: save what matters now. */
  "lifecycle.willSuspend": Record<string, never>;
  /** The person pressed the host's back button. */
  "back.didPress": Record<string, never>;
  /** The scene changed and the page stays where it is: the composer that waited for a page waits no more. */
  "scene.didChange": SceneChanged;
  /** A page of this mini-app was opened while it already ran. */
  "link.didOpen": LinkOpened;
  /** The person signed in or out, or took their agreement back. */
  "identity.didChange": IdentityChanged;
  /** The person pressed the host's share button. */
  "share.willShare": WillShare;
  /** Something was shared with this mini-app. */
  "share.didReceive": Received;
  /** A survey of this mini-app got a vote or was closed. */
  "surveys.didChange": SurveyChanged;
}

export interface StoaError extends Error {
  code: ErrorCode;
  fix?: string;
}

export interface Stoa {
  available: boolean;
  contractVersion: number;
  on<E extends keyof Events>(name: E, listener: (payload: Events[E]) => void): () => void;
  /** The room's window onto the host. */
  host: {
    /** Ends the splash. Works again after a reload. */
    ready(): Promise<void>;
    /** Tells where and how the mini-app runs. */
    context(): Promise<Context>;
    /** Tells what this host offers and what this mini-app may do now. */
    capabilities(): Promise<Capabilities>;
    /** Shows a short notice. */
    toast(params: Toast): Promise<void>;
    /** Shows a notice and answers when the person has closed it. */
    alert(params: Alert): Promise<void>;
    /** Asks a question with two answers. */
    confirm(params: Confirm): Promise<Confirmed>;
    /** Sets what the room's header shows beside the name. */
    setTitle(params: Title): Promise<void>;
    /** Shows or hides the back button in the room's header. */
    setBackButton(params: BackButton): Promise<void>;
    /** Makes closing the room ask first. */
    setClosingConfirmation(params: ClosingConfirmation): Promise<void>;
    /** Opens a web address in the person's browser, after asking. */
    openLink(params: Link): Promise<Opened>;
    /** Opens another mini-app at a path, after asking. */
    openApp(params: OpenApp): Promise<Opened>;
    /** Saves a text file where the person chooses. */
    saveFile(params: FileToSave): Promise<Saved>;
    /** Closes the room. */
    close(): Promise<void>;
  };
  /** Signing in without telling who the account is. */
  identity: {
    /** Asks the person to sign in; what was agreed before is not asked again. */
    signIn(params: SignIn): Promise<SignedIn>;
    /** Tells who is signed in, or null. */
    current(): Promise<Identity | null>;
    /** Forgets the sign-in and the person's agreement. */
    signOut(): Promise<void>;
  };
  /** Sharing a page of a mini-app as a post. */
  share: {
    /** Opens the host's composer with the card; answers when the person has posted. */
    post(params: Card): Promise<ShareReceipt>;
    /** Puts a link to a page of this mini-app into the clipboard and says so. */
    copyLink(params: PathLink): Promise<CopiedLink>;
    /** Hands the chosen page to the composer that opened this mini-app in scene attach. */
    attach(params: Card): Promise<void>;
  };
  /** Surveys with one vote per account. */
  surveys: {
    /** Makes a survey by this account. */
    create(params: SurveyDraft): Promise<Survey>;
    /** Gives a survey of this mini-app. */
    get(params: SurveyRef): Promise<Survey>;
    /** Votes, or changes the vote where the survey allows it. */
    vote(params: Vote): Promise<SurveyResults | null>;
    /** Gives the count, if this account may see it now. */
    results(params: SurveyRef): Promise<SurveyResults>;
    /** Closes a survey of this account. */
    close(params: SurveyRef): Promise<Survey>;
    /** Lists the surveys this account made here, newest first, at most 100. */
    mine(): Promise<Survey[]>;
  };
  /** Values kept for this account and mini-app. */
  storage: {
    /** Gives the value under a key, or null. */
    get(params: KeyRef): Promise<Value>;
    /** Keeps a value under a key. */
    set(params: Entry): Promise<void>;
    /** Forgets a key. */
    remove(params: KeyRef): Promise<void>;
    /** Forgets all keys. */
    clear(): Promise<void>;
    /** Tells how much is kept. */
    usage(): Promise<Usage>;
  };
}

declare global {
  interface Window {
    readonly stoa: Stoa;
  }
  const stoa: Stoa;
}
