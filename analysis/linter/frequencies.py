#!/usr/bin/env python3
"""Count words in texts and print them as the Swift table that the pairing rules read.

    analysis/linter/frequencies.py TEXTS.jsonl > Sources/Cues/Pairing/WordFrequencies.swift

TEXTS.jsonl holds one object a line with `text`. A text counts each word five times at most, so that
no single text makes a word common. Words seen fewer than five times are left out: they count as rare.
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict

FEWEST = 5
MOST_IN_A_TEXT = 5
WIDTH = 96


def counts(path):
    """The words of all texts with their counts, and how many texts there were."""
    total, texts = Counter(), 0
    for line in open(path, encoding="utf-8"):
        text = json.loads(line)["text"].lower().replace("\u2019", "'")
        own = Counter(word.strip("'-") for word in re.findall(r"[a-z][a-z'-]*", text))
        total.update({word: min(count, MOST_IN_A_TEXT) for word, count in own.items() if word})
        texts += 1
    return total, texts


def main():
    total, texts = counts(sys.argv[1])
    words = sum(total.values())
    bands = defaultdict(list)
    for word, count in total.items():
        if count >= FEWEST:
            bands[round(10 * math.log10(1e6 * count / words))].append(word)
    print("/// How common English words are in prompts.")
    print("///")
    print(f"/// Counted in {texts:,} public prompts of many kinds ({words:,} words) by")
    print("/// `analysis/linter/frequencies.py`, which writes this file.")
    print("enum WordFrequencies {")
    print("  /// Log10 of a word's count in a million words; words outside the list are rare.")
    print("  static func logPerMillion(_ word: String) -> Double { table[word] ?? rare }\n")
    print("  private static let rare = 0.8\n")
    print("  private static let table: [String: Double] = {")
    print("    var table: [String: Double] = [:]")
    print("    for (tenths, words) in bands {")
    print("      for word in words.split(whereSeparator: \\.isWhitespace) {")
    print("        table[String(word)] = Double(tenths) / 10")
    print("      }\n    }\n    return table\n  }()\n")
    print("  /// Words by ten times their log10 frequency.")
    print("  private static let bands: [(tenths: Int, words: String)] = [")
    for tenths in sorted(bands, reverse=True):
        print(f'    (\n      {tenths},\n      """')
        line = "     "
        for word in sorted(bands[tenths]):
            if len(line) + 1 + len(word) > WIDTH:
                print(line)
                line = "     "
            line += " " + word
        print(line + '\n      """\n    ),')
    print("  ]\n}")


if __name__ == "__main__":
    main()
