import { coordinates, type CoordinateName } from '@psoas/body';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import type { ExtraOptions } from '../command-specs.ts';

/** An option for each coordinate of the model, with what it measures and its range. */
export function poseOptions(): ExtraOptions {
  return {
    options: coordinates.map(({ name, positive, min, max, unit }) => ({
      form: `--${optionOf(name)} <${text.model.units[unit]}>`,
      text: fillTemplate(text.model.pose.coordinate, { positive, min, max, unit: text.model.units[unit] }),
    })),
    after: text.model.pose.after,
  };
}

/** A coordinate as an option is written: with dashes. */
export function optionOf(name: CoordinateName): string {
  return name.replaceAll('_', '-');
}

/** The key under which the parser answers an option. */
export function keyOfOption(name: CoordinateName): string {
  return optionOf(name).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
