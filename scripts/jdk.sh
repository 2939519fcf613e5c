# shellcheck shell=bash
# Finds a JDK of 21 or later for the other scripts: sets JAVA to its java. To be sourced.
# Looks at JAVA_HOME, then at the java on the PATH, then in the folders where systems keep their JDKs, newest first.

# the file "release" says it too, without starting Java
java_major() {
    local release major=
    release=$(dirname "$(dirname "$(readlink -f "$1")")")/release
    if [ -f "$release" ]; then
        major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
    fi
    if [ -n "$major" ]; then
        printf '%s\n' "$major"
        return
    fi
    "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = *\([0-9]*\).*/\1/p'
}

find_java() {
    local candidate major best="" best_major=0
    for candidate in "${JAVA_HOME:-}/bin/java" "$(command -v java || true)"; do
        if [ -x "$candidate" ] && [ "$(java_major "$candidate")" -ge 21 ] 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    for candidate in /usr/lib/jvm/*/bin/java /usr/java/*/bin/java /opt/java/*/bin/java /opt/*jdk*/bin/java \
            "$HOME"/.sdkman/candidates/java/*/bin/java "$HOME"/.jdks/*/bin/java \
            /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
        [ -x "$candidate" ] || continue
        major=$(java_major "$candidate")
        if [ "${major:-0}" -ge 21 ] && [ "$major" -gt "$best_major" ]; then
            best=$candidate
            best_major=$major
        fi
    done
    if [ -z "$best" ]; then
        echo "openwash: no JDK of version 21 or later found. Install one (for example Temurin 25), or set JAVA_HOME to it." >&2
        return 1
    fi
    printf '%s\n' "$best"
}

# shellcheck disable=SC2034 # for who sources this
JAVA=$(find_java)
