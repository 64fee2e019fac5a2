const words = (list: string): ReadonlySet<string> => new Set(list.normalize("NFC").split("|"));

/** What whole lines over the comments of readers say, in lower case. With "# " it is that only beside a number. */
export const COMMENTS = words(
  "comments|# comment|reader comments|readers' comments|# replies|# responses|responses to this article|" +
    "kommentare|# kommentar|leserkommentare|commentaires|# commentaire|vos commentaires|les commentaires|" +
    "comentarios|# comentario|comentários|# comentário|commenti|# commento|reacties|# reactie|kommentarer|kommentit|# kommenttia|komentarze|# komentarz|" +
    "# komentarzy|komentáře|# komentář|# komentářů|komentáre|hozzászólások|# hozzászólás|comentarii|# comentariu|yorumlar|# yorum|σχόλια|# σχόλιο|" +
    "комментарии|# комментарий|# комментария|# комментариев|коментарі|# коментар|# коментаря|# коментарів|" +
    "コメント|みんなのコメント|读者评论|网友评论|评论|評論|# 条评论|# 則留言|留言|댓글|# 개의 댓글|التعليقات|تعليقات|# تعليق|نظرات|# نظر|תגובות|# תגובה|" +
    "टिप्पणियां|टिप्पणियाँ|komentar|bình luận",
);

/** And what invitations to write one say. */
export const INVITES = words(
  "leave a comment|leave a reply|leave a response|post a comment|add a comment|write a comment|add your comment|view comments|view all comments|" +
    "join the conversation|join the discussion|log in to comment|sign in to comment|what readers say|" +
    "kommentar schreiben|kommentar verfassen|schreiben sie einen kommentar|schreibe einen kommentar|kommentar hinterlassen|" +
    "laisser un commentaire|ajouter un commentaire|deja un comentario|dejar un comentario|lascia un commento|deixe um comentário|" +
    "plaats een reactie|geef een reactie|lämna en kommentar|skriv en kommentar|legg igjen en kommentar|dodaj komentarz|přidat komentář|" +
    "оставить комментарий|залишити коментар|yorum yap|lasă un comentariu|コメントを書く|コメントする|发表评论|發表評論|댓글 쓰기|أضف تعليقا|ارسال نظر|הוסף תגובה",
);

/** Buttons under a comment. */
export const REPLY = words(
  "reply|replies|like|likes|dislike|upvote|downvote|report|report comment|flag|recommend|helpful|view replies|show replies|share|permalink|" +
    "antworten|antwort|gefällt mir|melden|kommentar melden|répondre|j'aime|signaler|responder|me gusta|denunciar|rispondi|mi piace|segnala|" +
    "curtir|gosto|beantwoorden|reageren|svara|svar|besvar|vastaa|odpowiedz|zgłoś|odpovědět|odpovedať|válasz|răspunde|yanıtla|cevapla|απάντηση|" +
    "ответить|відповісти|返信|返信する|いいね|回复|回覆|赞|답글|공감|رد|إعجاب|پاسخ|הגב|השב|उत्तर दें|balas|trả lời",
);
