import { patternText, quoted } from './bash-script.ts';
import type { Choice } from './completed.ts';
import type { CompletionTable, Place } from './completion-table.ts';
import { installComments } from './install-help.ts';

/** The script that lets zsh complete psoas, as a file `_psoas` in a folder of its `fpath` or by `source`. */
export function zshScript({ commands, places }: CompletionTable): string {
  return `${[
    '#compdef psoas',
    ...installComments('zsh'),
    '',
    '# The options of a command; fails where there is no such command.',
    '_psoas_options() {',
    '  case "$1" in',
    ...commands.map(({ name, options }) => `    ${quoted(name)}) choices=( ${options.map(described).join(' ')} ) ;;`),
    '    *) return 1 ;;',
    '  esac',
    '}',
    '',
    '# What is offered at a place, written as command:place:first.',
    '_psoas_value() {',
    '  kind=none',
    '  choices=()',
    '  case "$1" in',
    ...places.map(placeCase),
    '  esac',
    '}',
    '',
    walk,
  ].join('\n')}\n`;
}

function placeCase({ patterns, completed }: Place): string {
  const choices = 'choices' in completed ? ` choices=( ${completed.choices.map(described).join(' ')} )` : '';
  return `    ${patterns.map(patternText).join(' | ')}) kind=${completed.kind}${choices} ;;`;
}

// A colon parts the word from what it is.
function described({ value, text }: Choice): string {
  const word = value.replaceAll(':', String.raw`\:`);
  return quoted(text === undefined ? word : `${word}:${text}`);
}

const walk = String.raw`_psoas() {
  local kind each command='' first='' option=''
  local -i slot=1 index
  local -a choices
  for (( index = 2; index < CURRENT; index++ )); do
    each="${'$'}{words[index]}"
    if [[ -n $option ]]; then
      option=''
    elif [[ $each == -* ]]; then
      _psoas_value "$command:$each:$first"
      [[ $kind == none ]] || option="$each"
    elif (( slot == 1 )) && _psoas_options "${'$'}{command:+$command }$each"; then
      command="${'$'}{command:+$command }$each"
    else
      (( slot != 1 )) || first="$each"
      (( slot += 1 ))
    fi
  done
  if [[ -z $option && $PREFIX == --*=* ]]; then
    option="${'$'}{PREFIX%%=*}"
    compset -P 1 '*='
  fi
  if [[ -z $option && $PREFIX == -* ]]; then
    _psoas_options "$command" && _describe -o -t options option choices
    return
  fi
  _psoas_value "$command:${'$'}{option:-$slot}:$first"
  case $kind in
    choice) _describe -t values value choices ;;
    list)
      compset -P '*,'
      _describe -t values value choices -S ''
      ;;
    file) _files ;;
    *) return 1 ;;
  esac
}

if [[ ${'$'}{funcstack[1]} == _psoas ]]; then
  _psoas "$@"
else
  compdef _psoas psoas
fi`;
