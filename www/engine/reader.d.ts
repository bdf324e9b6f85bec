// The build puts the same module here as in the extension.
export * from "../../extension/engine/reader.js";
export { default } from "../../extension/engine/reader.js";
