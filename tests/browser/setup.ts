/** Before any page test: the browser is unpacked once, so that parallel test files do not do it at the same time. */
export { unpackChromium as setup } from './chromium.ts';
