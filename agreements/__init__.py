"""A catalogue of cooperation agreements between universities and companies."""
