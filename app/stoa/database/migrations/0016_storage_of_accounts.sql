-- What mini-apps keep goes with the account it is kept for: room keys are "<account>/<mini-app>", and "0" follows "/".
CREATE TRIGGER accounts_deleted_from_storage AFTER DELETE ON accounts BEGIN
    DELETE FROM stored_values WHERE room_key >= old.id || '/' AND room_key < old.id || '0';
END;
