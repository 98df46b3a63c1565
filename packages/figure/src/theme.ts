import type { Role } from './drawing.ts';

/** Roles that would be lost on a light card have a thin edge in another role's colour. */
export const edgeByRole: { readonly [R in Role]?: Role } = { shoe: 'prop-dark', 'shoe-far': 'prop-dark' };

/** How thick an edge is, in centimetres. */
export const edgeCm = 0.25;

/** The CSS variable of each role, with its light colour for where no style sheet sets it. */
export const colourByRole: Readonly<
  Record<
    Role,
    { readonly variable: string; readonly light: string; readonly dark: string; readonly print: string }
  >
> = {
  ground: { variable: '--figure-ground', light: '#d8cfbf', dark: '#3a4548', print: '#dddddd' },
  'ground-soft': { variable: '--figure-ground-soft', light: '#f1ece2', dark: '#252d30', print: '#f6f6f6' },
  prop: { variable: '--figure-prop', light: '#e2d9c9', dark: '#3a4447', print: '#eeeeee' },
  'prop-top': { variable: '--figure-prop-top', light: '#ece5d8', dark: '#465154', print: '#f6f6f6' },
  'prop-dark': { variable: '--figure-prop-dark', light: '#c9bda8', dark: '#5a6568', print: '#cccccc' },
  weight: { variable: '--figure-weight', light: '#8b8f8d', dark: '#8d9795', print: '#999999' },
  band: { variable: '--figure-band', light: '#8fb3a6', dark: '#6fa597', print: '#999999' },
  ghost: { variable: '--figure-ghost', light: '#cadcd4', dark: '#304a46', print: '#f2f2f2' },
  skin: { variable: '--skin', light: '#dba07a', dark: '#dba07a', print: '#ffffff' },
  'skin-far': { variable: '--skin-far', light: '#bb8363', dark: '#b97f60', print: '#e4e4e4' },
  'skin-line': { variable: '--skin-far', light: '#bb8363', dark: '#b97f60', print: '#777777' },
  shirt: { variable: '--shirt', light: '#2f5d60', dark: '#3c7377', print: '#ffffff' },
  'shirt-far': { variable: '--shirt-far', light: '#244a4d', dark: '#2e5a5d', print: '#dddddd' },
  sleeve: { variable: '--shirt-near', light: '#376a6d', dark: '#468085', print: '#ffffff' },
  shorts: { variable: '--shorts', light: '#22323b', dark: '#3c525e', print: '#bbbbbb' },
  'shorts-far': { variable: '--shorts-far', light: '#182429', dark: '#2e414b', print: '#999999' },
  waistband: { variable: '--waistband', light: '#9fc4bb', dark: '#a9d2c8', print: '#ffffff' },
  shoe: { variable: '--shoe', light: '#f0e9dd', dark: '#efeae0', print: '#ffffff' },
  'shoe-far': { variable: '--shoe-far', light: '#d8cebe', dark: '#c3bcaf', print: '#eeeeee' },
  sole: { variable: '--sole', light: '#b9ad98', dark: '#a79d8c', print: '#777777' },
  hair: { variable: '--hair', light: '#3d2b26', dark: '#59413a', print: '#555555' },
  feature: { variable: '--figure-eye', light: '#2b211e', dark: '#2b211e', print: '#333333' },
  psoas: { variable: '--psoas', light: '#e4572e', dark: '#f2683f', print: '#000000' },
  iliacus: { variable: '--iliacus', light: '#c2577a', dark: '#e48fab', print: '#333333' },
  'rectus-femoris': { variable: '--rectus-femoris', light: '#b97a10', dark: '#e3a93c', print: '#444444' },
  muscle: { variable: '--muscle', light: '#827cb2', dark: '#aba6d8', print: '#444444' },
  arrow: { variable: '--action', light: '#0f6b66', dark: '#5ec5b6', print: '#000000' },
};
