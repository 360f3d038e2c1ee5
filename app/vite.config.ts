import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2022',
    // no script of its own in the page, which the content security policy would not run
    modulePreload: { polyfill: false },
    // pictures in the style sheet would need data: addresses
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
});
