# Prints what a completion script offers at each line of a file; each line has the words as readline breaks them.
source "$1"
compopt() { [[ "$*" != '-o default' ]] || isFile=yes; }
while IFS= read -r line; do
  COMP_WORDS=()
  while [[ $line == *$'\t'* ]]; do
    COMP_WORDS+=("${line%%$'\t'*}")
    line="${line#*$'\t'}"
  done
  COMP_WORDS+=("$line")
  COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
  isFile=''
  _psoas
  # With that option readline itself offers files.
  [[ -z $isFile ]] || COMPREPLY=( $(compgen -f -- "${line#=}") )
  echo '>'
  for each in "${COMPREPLY[@]}"; do echo "$each"; done
done < "$2"
