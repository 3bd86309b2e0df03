SELECT 1; -- its owner fills this in
