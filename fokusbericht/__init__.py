"""The generator of the digital Fokusbericht: files → Report → problems or Outputs → site."""
