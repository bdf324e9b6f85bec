//! A Mastodon outbox: ActivityPub activities, each new post with its words as HTML.

use html2text::render::TrivialDecorator;
use serde::Deserialize;
use serde_json::{Result, Value};

use super::Post;

pub const SHAPE: &str = "an outbox holds activities with a \"type\", and a new post an \"object\" with \"content\"";

/// Wide enough that no line is ever broken for its length: a broken line would be another text.
const WIDTH: usize = 1 << 20;

#[derive(Deserialize)]
struct Activity {
    #[serde(rename = "type")]
    kind: String,
    object: Object,
}

/// A shared post is only named, by its address.
#[derive(Deserialize)]
#[serde(untagged)]
enum Object {
    Note { id: String, content: String, summary: Option<String> },
    Other(serde::de::IgnoredAny),
}

pub fn post(json: &[u8]) -> Result<Option<Post>> {
    let activity: Activity = serde_json::from_slice(json)?;
    let (id, content, summary) = match activity.object {
        _ if activity.kind != "Create" => return Ok(None),
        Object::Note { id, content, summary } => (id, content, summary),
        Object::Other(_) => return Err(serde::de::Error::custom("a new post without \"id\" and \"content\"")),
    };
    let words = text(&content).map_err(serde::de::Error::custom)?;
    // The warning above a post is the writer's words too.
    let text = match summary.filter(|summary| !summary.trim().is_empty()) {
        Some(summary) => format!("{summary}\n\n{words}"),
        None => words,
    };
    Ok(Some(Post { id: Value::from(id), text }).filter(|post| !post.text.trim().is_empty()))
}

/// The words as a page shows them: no marks for emphasis, no list of links.
fn text(html: &str) -> std::result::Result<String, html2text::Error> {
    let text = html2text::config::with_decorator(TrivialDecorator::new()).string_from_read(html.as_bytes(), WIDTH)?;
    Ok(text.trim_end().to_string())
}
