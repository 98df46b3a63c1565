# Prints what a completion script offers at each line of a file.
source $argv[1]
while read --local --line line
    echo '>'
    complete -C $line
end < $argv[2]
