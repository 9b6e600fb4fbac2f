"""The texts that every engine embeds: words of one letter, so that each is one token of the vocabulary."""
import string


def sentences(count, tokens):
    """Different ones, each of `tokens` tokens with start and end."""
    letters = string.ascii_lowercase
    return [" ".join(letters[(row * 7 + place * 3 + place // 26) % 26] for place in range(tokens - 2)) for row in range(count)]


def texts(count, tokens):
    """Their tokens as open_clip makes them, zeros up to the window. Shape [count, 77]."""
    import open_clip

    ids = open_clip.get_tokenizer("ViT-B-32")(sentences(count, tokens)).numpy()
    if ((ids != 0).sum(axis=1) != tokens).any():
        raise SystemExit(f"the vocabulary makes other than {tokens} tokens of a text")
    return ids
