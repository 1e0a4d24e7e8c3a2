"""Who is named in a sentence, and for which side of defence? Names, offices, states and institutions."""
