/** A static import by name: the bundler gives a CommonJS package that is imported lazily no names. */
export { Readability } from '@mozilla/readability';
