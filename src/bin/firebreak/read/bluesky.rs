//! Bluesky as JSON Lines: records out of a repository, items of a feed, or events of its stream.

use serde::Deserialize;
use serde_json::{Result, Value};

use super::Post;

pub const SHAPE: &str =
    "a line holds a record of type app.bsky.feed.post, by itself or in \"value\", \"record\", \"post\" or \"commit\"";

const POST: &str = "app.bsky.feed.post";

#[derive(Deserialize)]
struct Line {
    uri: Option<String>,
    did: Option<String>,
    /// As `com.atproto.repo.listRecords` and most converters of CAR files wrap it.
    value: Option<Record>,
    record: Option<Record>,
    post: Option<View>,
    commit: Option<Commit>,
    /// `commit`, `account` or `identity` in the stream; only the first may hold words.
    kind: Option<String>,
    #[serde(flatten)]
    bare: Record,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "$type")]
    kind: Option<String>,
    text: Option<String>,
}

#[derive(Deserialize)]
struct View {
    uri: String,
    record: Record,
}

#[derive(Deserialize)]
struct Commit {
    collection: String,
    rkey: String,
    record: Option<Record>,
}

pub fn post(json: &[u8]) -> Result<Option<Post>> {
    let line: Line = serde_json::from_slice(json)?;
    let (id, record) = match line {
        Line { commit: Some(Commit { collection, rkey, record: Some(record) }), did: Some(did), .. } => {
            (Some(format!("at://{did}/{collection}/{rkey}")), record)
        }
        // What takes something away, or speaks of an account.
        Line { commit: Some(_), .. } | Line { kind: Some(_), .. } => return Ok(None),
        Line { post: Some(View { uri, record }), .. } => (Some(uri), record),
        Line { value: Some(record), uri, .. } | Line { record: Some(record), uri, .. } => (uri, record),
        Line { bare, uri, .. } => (uri, bare),
    };
    let text = match (record.kind.as_deref(), record.text) {
        (Some(POST), Some(text)) => text,
        (Some(POST), None) => return Err(serde::de::Error::custom("a post without \"text\"")),
        // A like, a follow, a repost.
        (Some(_), _) => return Ok(None),
        (None, _) => return Err(serde::de::Error::custom("no record with a \"$type\"")),
    };
    Ok(Some(Post { id: id.map_or(Value::Null, Value::from), text }).filter(|post| !post.text.trim().is_empty()))
}
