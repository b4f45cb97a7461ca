# To be sourced: installs Debian's Chromium where no browser is found, and sets CHROMIUM_PATH, so that the tests of the HTML report are
# not skipped.

if ! command -v chromium >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi
CHROMIUM_PATH=$(command -v chromium)
export CHROMIUM_PATH
