import { defineConfig } from "vite";

// A room runs no script inside a page and loads nothing from elsewhere: everything becomes a file of its own.
export default defineConfig({
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    sourcemap: false,
  },
});
