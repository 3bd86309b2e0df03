package workspace

// emoji are the short codes the page shows as pictures; any other stays as typed.
var emoji = map[string]string{
	"+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "ok_hand": "👌", "wave": "👋", "raised_hands": "🙌",
	"clap": "👏", "pray": "🙏", "muscle": "💪", "point_right": "👉", "eyes": "👀", "smile": "😄", "slightly_smiling_face": "🙂",
	"tada": "🎉", "rocket": "🚀", "fire": "🔥", "star": "⭐", "sparkles": "✨", "heart": "❤️", "bulb": "💡", "mag": "🔍",
	"white_check_mark": "✅", "heavy_check_mark": "✔️", "ballot_box_with_check": "☑️", "ballot_box_with_ballot": "🗳️",
	"x": "❌", "no_entry": "⛔", "no_entry_sign": "🚫", "octagonal_sign": "🛑", "warning": "⚠️", "rotating_light": "🚨",
	"construction": "🚧", "exclamation": "❗", "heavy_exclamation_mark": "❗", "question": "❓", "grey_question": "❔",
	"information_source": "ℹ️", "bell": "🔔", "no_bell": "🔕", "mega": "📣", "loudspeaker": "📢", "speech_balloon": "💬",
	"thread": "🧵", "lock": "🔒", "unlock": "🔓", "key": "🔑", "shield": "🛡️", "gear": "⚙️", "wrench": "🔧", "hammer": "🔨",
	"hammer_and_wrench": "🛠️", "bug": "🐛", "package": "📦", "label": "🏷️", "link": "🔗", "paperclip": "📎", "pushpin": "📌",
	"memo": "📝", "pencil": "📝", "pencil2": "✏️", "clipboard": "📋", "page_facing_up": "📄", "scroll": "📜", "books": "📚",
	"bar_chart": "📊", "chart_with_upwards_trend": "📈", "calendar": "📆", "date": "📅", "spiral_calendar_pad": "🗓️",
	"clock": "🕐", "clock1": "🕐", "clock9": "🕘", "alarm_clock": "⏰", "stopwatch": "⏱️", "timer_clock": "⏲️",
	"hourglass": "⌛", "hourglass_flowing_sand": "⏳", "email": "📧", "envelope": "✉️", "incoming_envelope": "📨",
	"inbox_tray": "📥", "outbox_tray": "📤", "house": "🏠", "office": "🏢", "bust_in_silhouette": "👤",
	"busts_in_silhouette": "👥", "robot_face": "🤖", "crystal_ball": "🔮", "arrow_right": "➡️", "arrow_left": "⬅️",
	"arrow_up": "⬆️", "arrow_down": "⬇️", "leftwards_arrow_with_hook": "↩️", "arrows_counterclockwise": "🔄", "repeat": "🔁",
	"rewind": "⏪", "fast_forward": "⏩", "heavy_plus_sign": "➕", "heavy_minus_sign": "➖", "small_blue_diamond": "🔹",
	"large_green_circle": "🟢", "large_yellow_circle": "🟡", "large_orange_circle": "🟠", "red_circle": "🔴",
	"large_blue_circle": "🔵", "white_circle": "⚪", "black_circle": "⚫", "large_green_square": "🟩", "large_red_square": "🟥",
	"zap": "⚡", "snowflake": "❄️", "zzz": "💤", "checkered_flag": "🏁", "triangular_flag_on_post": "🚩", "100": "💯",
	"ghost": "👻", "thinking_face": "🤔", "tools": "🛠️", "test_tube": "🧪", "balance_scale": "⚖️", "scales": "⚖️",
}
