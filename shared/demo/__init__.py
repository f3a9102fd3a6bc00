"""The demo: a planning day of the fictional Altan-Ovoo aimag, played through the same door as every workshop."""
