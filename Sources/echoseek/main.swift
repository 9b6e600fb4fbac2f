print("echoseek")
