mod change;
mod gap;
mod points;
mod rating;
mod record;
