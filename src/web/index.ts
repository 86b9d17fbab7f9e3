// The door of web: layouts, components, and the view every page is given.
export type { Door, PageAssets, View } from './view.ts';
export { type FormState, allTypedIn, blankForm, typedIn } from './form-state.ts';
export { type Assets, type AssetFile, buildAssets } from './assets.ts';
export { CitizenLayout, type CitizenLayoutProps } from './layout/citizen-layout.tsx';
export { DeskLayout, type DeskLayoutProps } from './layout/desk-layout.tsx';
export { Document } from './layout/document.tsx';
export { ErrorPage, type ErrorPageProps } from './layout/error-page.tsx';
export { renderDocument } from './layout/render.ts';
export * from './components/index.ts';
