// The build puts the same module here as in the extension.
export * from "../../extension/engine/firebreak.js";
export { default } from "../../extension/engine/firebreak.js";
