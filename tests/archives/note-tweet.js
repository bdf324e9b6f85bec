window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1859000000000000009",
      "updatedAt" : "2026-11-20T18:00:00.000Z",
      "lifecycle" : {
        "value" : "0",
        "name" : "Client",
        "originalName" : "Client",
        "annotations" : { }
      },
      "createdAt" : "2026-11-20T18:00:00.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "A long post, in full &amp; in one piece.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ]
      }
    }
  }
]
