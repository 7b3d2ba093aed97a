"""A trial: one run of a mini-app under chosen conditions, and the evidence it leaves. Rules and data, no Qt."""
