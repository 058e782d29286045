"""The strip of scenes under the cards: small pictures that are chosen, dragged and described."""
