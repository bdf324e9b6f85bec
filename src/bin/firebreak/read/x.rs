//! The archive that X gives its users: `tweets.js`, its further parts, and `note-tweet.js` with the long posts.

use serde::Deserialize;
use serde_json::{Result, Value};

use super::Post;

pub const SHAPE: &str = "an entry of tweets.js holds an \"id_str\" and a \"full_text\"";

/// What an entry may be: wrapped in `tweet` since 2020, bare before, and a long post in full.
#[derive(Deserialize)]
struct Entry {
    tweet: Option<Tweet>,
    #[serde(rename = "noteTweet")]
    note: Option<Note>,
    #[serde(flatten)]
    bare: Bare,
}

#[derive(Deserialize)]
struct Tweet {
    id_str: String,
    full_text: String,
}

#[derive(Deserialize)]
struct Bare {
    id_str: Option<String>,
    full_text: Option<String>,
}

#[derive(Deserialize)]
struct Note {
    #[serde(rename = "noteTweetId")]
    id: String,
    core: Core,
}

#[derive(Deserialize)]
struct Core {
    text: String,
}

pub fn post(json: &[u8]) -> Result<Option<Post>> {
    let entry: Entry = serde_json::from_slice(json)?;
    let (id, text) = match entry {
        Entry { tweet: Some(tweet), .. } => (tweet.id_str, tweet.full_text),
        Entry { note: Some(note), .. } => (note.id, note.core.text),
        Entry { bare: Bare { id_str: Some(id), full_text: Some(text) }, .. } => (id, text),
        _ => return Err(serde::de::Error::custom("no post in this entry")),
    };
    let text = unescape(shared(&text));
    Ok(Some(Post { id: Value::from(id), text }).filter(|post| !post.text.trim().is_empty()))
}

/// The words of a shared post without `RT @name:`, which X puts before them and nobody wrote.
fn shared(text: &str) -> &str {
    let after = text.strip_prefix("RT @").and_then(|rest| rest.split_once(": "));
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    after.filter(|(name, _)| is_name(name)).map_or(text, |(_, words)| words)
}

/// X escapes exactly these three, once; the ampersand last, so that what was typed as `&lt;` stays so.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
