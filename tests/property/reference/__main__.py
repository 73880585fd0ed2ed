import json
import sys

from . import standings

json.dump(standings(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=1)
print()
