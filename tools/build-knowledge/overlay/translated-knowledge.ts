import type { RawArticle, RawItem, RawKnowledge } from '../read-items.ts';
import { entryTree, overlayPath, placeInFile, type EnglishTexts } from './english-texts.ts';
import type { Overlay } from './read-overlay.ts';
import { fieldsOf } from './text-tree.ts';
import { withTexts } from './with-texts.ts';

/** The knowledge with the texts of a translation. Facts are the English ones, as is what the translation lacks. */
export function translatedKnowledge(knowledge: RawKnowledge, english: EnglishTexts, { files }: Overlay): RawKnowledge {
  const translated = <Item extends RawItem>(item: Item): Item => {
    const path = overlayPath(item);
    const [file, place] = [files.get(path), placeInFile(item)];
    const given: unknown = place === undefined ? file : Array.isArray(file) ? file[place] : undefined;
    return { ...item, value: withTexts(item.value, entryTree(english.get(path), item), given) };
  };
  const article = (item: RawArticle): RawArticle => {
    const body = fieldsOf(files.get(overlayPath(item)))['body'];
    return { ...translated(item), text: typeof body === 'string' ? body : item.text };
  };
  const claimTexts = fieldsOf(files.get('claims.tsv'));
  const claim = (item: RawItem): RawItem => {
    const given = fieldsOf(claimTexts[item.name]);
    const value = { ...fieldsOf(item.value), ...given };
    const inEnglish = ['statement', 'wording'].filter((field) => given[field] === undefined);
    return { ...item, value: inEnglish.length === 0 ? value : { ...value, inEnglish } };
  };
  const { exercises, checks, questions, groups, modifiers, faq, mechanics, articles, claims, texts } = knowledge;
  return {
    ...knowledge,
    exercises: exercises.map(translated),
    checks: checks.map(translated),
    questions: questions.map(translated),
    groups: groups.map(translated),
    modifiers: modifiers.map(translated),
    faq: faq.map(translated),
    mechanics: mechanics.map(translated),
    articles: articles.map(article),
    claims: claims.map(claim),
    texts: texts.map(translated),
  };
}
