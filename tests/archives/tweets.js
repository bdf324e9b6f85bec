window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1859000000000000001"
          ],
          "editableUntil" : "2026-11-20T19:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://example.org/app\" rel=\"nofollow\">An app</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "42"
      ],
      "favorite_count" : "3",
      "id_str" : "1859000000000000001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1859000000000000001",
      "created_at" : "Fri Nov 20 18:00:00 +0000 2026",
      "favorited" : false,
      "full_text" : "Fish &amp; chips at &lt;Mill Road&gt;, as in &amp;lt;b&amp;gt;",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "retweeted" : false,
      "id_str" : "1859000000000000002",
      "full_text" : "RT @somebody: Kill them all.",
      "lang" : "en"
    }
  },
  {
    "id_str" : "1859000000000000003",
    "full_text" : "As archives before 2020 had it.",
    "lang" : "en"
  }
]
