import { installComments } from './install-help.ts';
import type { CompletionTable, Place } from './completion-table.ts';

/** The script that lets bash complete psoas: its functions need nothing but bash. */
export function bashScript({ commands, places }: CompletionTable): string {
  const optionCases = commands.map(({ name, options }) => `    ${quoted(name)}) words=${quoted(options.map(({ value }) => value).join(' '))} ;;`);
  return `${[
    ...installComments('bash'),
    '',
    '# The options of a command; fails where there is no such command.',
    '_psoas_options() {',
    '  case "$1" in',
    ...optionCases,
    '    *) return 1 ;;',
    '  esac',
    '}',
    '',
    '# What is offered at a place, written as command:place:first.',
    '_psoas_value() {',
    '  kind=none',
    "  words=''",
    '  case "$1" in',
    ...places.map(placeCase),
    '  esac',
    '}',
    '',
    walk,
  ].join('\n')}\n`;
}

function placeCase({ patterns, completed }: Place): string {
  const words = 'choices' in completed ? ` words=${quoted(completed.choices.map(({ value }) => value).join(' '))}` : '';
  return `    ${patterns.map(patternText).join(' | ')}) kind=${completed.kind}${words} ;;`;
}

/** A pattern of bash and zsh: all but the stars is quoted. */
export function patternText(pattern: string): string {
  return pattern
    .split(/(\*)/)
    .filter((part) => part !== '')
    .map((part) => (part === '*' ? part : quoted(part)))
    .join('');
}

/** A word that bash and zsh take as it is. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// Readline breaks words at "=" and ":", so what stands around one is put together again.
const walk = String.raw`_psoas() {
  local kind words each command='' first='' option='' glued='' slot=1 index
  local word="${'$'}{COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  for (( index = 1; index < COMP_CWORD; index++ )); do
    each="${'$'}{COMP_WORDS[index]}"
    if [[ $each == [=:] ]]; then
      glued=yes
    elif [[ -n $glued ]]; then
      glued='' option=''
    elif [[ -n $option ]]; then
      option=''
    elif [[ $each == -* ]]; then
      _psoas_value "$command:$each:$first"
      [[ $kind == none ]] || option="$each"
    elif [[ $slot == 1 ]] && _psoas_options "${'$'}{command:+$command }$each"; then
      command="${'$'}{command:+$command }$each"
    else
      [[ $slot != 1 ]] || first="$each"
      slot=$((slot + 1))
    fi
  done
  if [[ $word == '=' && -n $option ]]; then
    word=''
  elif [[ $word == [=:] || ( -n $glued && -z $option ) ]]; then
    return
  fi
  if [[ -z $option && $word == -* ]]; then
    _psoas_options "$command"
    COMPREPLY=( $(compgen -W "$words" -- "$word") )
    return
  fi
  _psoas_value "$command:${'$'}{option:-$slot}:$first"
  case $kind in
    choice) COMPREPLY=( $(compgen -W "$words" -- "$word") ) ;;
    list)
      each="${'$'}{word##*,}"
      COMPREPLY=( $(compgen -P "${'$'}{word%"$each"}" -W "$words" -- "$each") )
      compopt -o nospace 2>/dev/null
      ;;
    file) compopt -o default 2>/dev/null ;;
  esac
}

complete -F _psoas psoas`;
