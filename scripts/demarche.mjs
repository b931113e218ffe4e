#!/usr/bin/env node
// `npx demarche …` in a checkout: installs and builds what is missing, then is the command itself.
import { become, prepare } from './lib/service.mjs';

await prepare();
await become(process.argv.slice(2));
