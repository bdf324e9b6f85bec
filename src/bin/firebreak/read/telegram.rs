//! Telegram Desktop's JSON export, of one chat or of an account.

use serde::Deserialize;
use serde_json::{Result, Value};

use super::Post;

pub const SHAPE: &str = "a Telegram message is an object with an \"id\" and a \"text\"";

#[derive(Deserialize)]
struct Message {
    id: i64,
    #[serde(rename = "type", default)]
    kind: String,
    text: Option<Text>,
    #[serde(default)]
    text_entities: Vec<Part>,
}

/// Text without links or emphasis is a string; otherwise it is a list of strings and of objects that hold one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Whole(String),
    Parts(Vec<Part>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Plain(String),
    Marked { text: String },
}

impl Part {
    fn into_text(self) -> String {
        match self {
            Part::Plain(text) | Part::Marked { text } => text,
        }
    }
}

/// The id is `chat/message`, because Telegram counts messages anew in every chat.
pub fn post(json: &[u8], chat: Option<&str>) -> Result<Option<Post>> {
    let message: Message = serde_json::from_slice(json)?;
    if message.kind == "service" {
        return Ok(None);
    }
    let text = match message.text {
        Some(Text::Whole(text)) => text,
        Some(Text::Parts(parts)) => parts.into_iter().map(Part::into_text).collect(),
        // Some versions of the export leave out the text and keep its parts.
        None => message.text_entities.into_iter().map(Part::into_text).collect::<String>(),
    };
    let id = match chat {
        Some(chat) => Value::from(format!("{chat}/{}", message.id)),
        None => Value::from(message.id),
    };
    Ok(Some(Post { id, text }).filter(|post| !post.text.trim().is_empty()))
}
