"""Prints made-up posts as JSON Lines, the same for the same number: for trying out a cluster, not for judging quality.

About one post in fifty calls for harm or blames somebody; the rest is what people write about their day.

usage: posts.py COUNT
"""

import json
import random
import sys

PLACES = ["Mill Road", "the station", "the old market", "the library", "Castle Hill", "the harbour", "our school", "the park"]
THINGS = ["soup", "the new bus lane", "a lost cat", "the council meeting", "tonight's match", "cheap bread", "the roadworks", "a book"]
TIMES = ["at nine", "tomorrow", "this evening", "on Friday", "after work", "in the morning", "at noon", "next week"]
FEELINGS = ["so happy about it", "still angry about it", "not sure what to think", "laughing about it", "tired of it", "proud of it"]
GROUPS = ["migrants", "Muslims", "Jews", "the English", "gay people", "the Irish", "politicians", "journalists"]

ORDINARY = [
    "Does anybody know what is going on near {place}? I heard something about {thing} {time}.",
    "We talked about {thing} all day at {place}, and I am {feeling}. See you {time}!",
    "{thing} again. I have been waiting at {place} for an hour and nobody tells us anything. Honestly, {feeling}.",
    "Thanks to everyone who came to {place} {time}. The best part was {thing}, and I am {feeling}.",
    "Police say a man was hurt near {place} {time}. They ask witnesses to come forward, and people to stay calm.",
    "My grandmother used to make {thing} {time}. Here is how: take your time, do not hurry, and share it at {place}. I am {feeling}.",
    "New post on my blog about {thing}, with pictures of {place}. Tell me what you think {time}.",
    "Reading that {group} are blamed for {thing} again. That is wrong and people at {place} know it.",
]
HARMFUL = [
    "Everyone meet at {place} {time}, bring masks, we will burn them out. Share before it gets deleted.",
    "These {group} are vermin, every one of them, and they should be driven out of {place}.",
    "I am going to find where you live and I will hurt you {time}.",
    "It was {group} who did it at {place}, everybody knows. Make them pay {time}.",
]


def post(number: int) -> dict:
    chance = random.Random(number)
    template = chance.choice(HARMFUL if chance.random() < 0.02 else ORDINARY)
    words = {"place": PLACES, "thing": THINGS, "time": TIMES, "feeling": FEELINGS, "group": GROUPS}
    return {"id": number, "text": template.format(**{name: chance.choice(list_) for name, list_ in words.items()})}


def main() -> None:
    for number in range(int(sys.argv[1])):
        print(json.dumps(post(number)))


if __name__ == "__main__":
    main()
