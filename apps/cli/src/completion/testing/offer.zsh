# Prints what a completion script offers at each line of a file: a zsh on a terminal of its own is asked, as by a person.
if [[ -z $OFFERED ]]; then
  export SCRIPT=$1 LINES_FILE=$2 OFFERED=$2.offered OFFER=$0
  zmodload zsh/zpty
  zpty shell zsh -f -i
  zpty -w shell 'source $OFFER'
  zpty -r shell text '*ready*'
  zpty -w -n shell $'\C-t'
  while zpty -r shell text; do :; done
  cat $OFFERED
  exit
fi

PROMPT= RPROMPT=
autoload -U compinit && compinit -D -u
source $SCRIPT
# What is put into an array is not offered yet.
compadd() {
  local -a hits
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    builtin compadd -O hits "$@"
    (( $#hits )) && print -rl -- $IPREFIX$^hits >> $OFFERED
  fi
  builtin compadd "$@"
}
zle -C offer complete-word _main_complete
offer-all() {
  for BUFFER in "${(@f)$(<$LINES_FILE)}"; do
    CURSOR=$#BUFFER
    print '>' >> $OFFERED
    zle offer
  done
  exit
}
zle -N offer-all
bindkey '^T' offer-all
print ready
