export { announcement } from './announcement.js';
export { createApp } from './app.js';
export { isLoopback } from './exposure.js';
export { listen } from './listen.js';
