import { createBodyModel, toMjcf } from '@psoas/body';
import { isOn, printJson, type Command } from '../io.ts';

/** The model as MuJoCo XML. */
export const modelMjcf: Command = async (input, io) => {
  const written = toMjcf(createBodyModel());
  const xml = written.endsWith('\n') ? written : `${written}\n`;
  if (isOn(input, 'json')) printJson(io, { mjcf: xml });
  else io.out(xml);
  return 0;
};
